// A full disk and a disk that cannot be written to: clear errors, no damage, and work goes on
// after.
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/run_program.h"

namespace kres::testing {
namespace {

// The registry stands on a small disk of its own (tmpfs, which only root may mount).
class SmallDisk : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fresh_directory("small_disk");
    disk_ = folder_ / "disk";
    std::filesystem::create_directories(disk_);
    if (run_program({"/bin/mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk_}, folder_)
            .exit_code != 0)
      GTEST_SKIP() << "a disk can be mounted by root only";
    mounted_ = true;
    ASSERT_EQ(kres({"init", registry()}).exit_code, 0);
    ASSERT_EQ(import("L-1", 100).exit_code, 0);
  }
  void TearDown() override {
    if (mounted_) run_program({"/bin/umount", disk_}, folder_);
    std::filesystem::remove_all(folder_);
  }

  ProgramRun kres(std::vector<std::string> words) const {
    words.insert(words.begin(), std::string(KRES_BINARY_DIR) + "/kres");
    return run_program(words, folder_);
  }
  // An isolate with a genome of so many bases.
  ProgramRun import(const std::string& sender_id, std::size_t bases) {
    const auto sent = folder_ / sender_id;
    std::filesystem::create_directories(sent);
    std::ofstream(sent / "referral.tsv")
        << "laboratory\tsender_id\tsuspected_group\treceived\tgenome_file\n"
           "UNN\t" +
               sender_id + "\tCPO\t2026-01-05\tgenome.fna\n";
    std::string sequence(bases, 'A');
    for (std::size_t i = 0; i < bases; ++i) sequence[i] = "ACGT"[(i * i + i / 7) % 4];
    std::ofstream(sent / "genome.fna") << ">contig\n" << sequence << "\n";
    return kres({"import", "referral", sent, "--registry", registry()});
  }
  std::string registry() const { return disk_ / "registry"; }
  void fill_the_disk() {
    std::ofstream file(disk_ / "filling", std::ios::binary);
    const std::string block(4096, 'x');
    while (file.write(block.data(), 4096).flush()) {
    }
  }
  bool verifies() const {
    return kres({"audit", "verify", "--registry", registry()}).exit_code == 0;
  }

  std::filesystem::path folder_, disk_;
  bool mounted_ = false;
};

TEST_F(SmallDisk, AGenomeThatDoesNotFitIsRefusedAndLeavesNothing) {
  const auto refused = import("L-2", 4'000'000);
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_NE(refused.err.find("No space left on device (free some disk space"), std::string::npos)
      << refused.err;
  EXPECT_TRUE(verifies());
  EXPECT_GT(std::filesystem::space(disk_).available, 2'000'000u) << "the half of it is gone";
  EXPECT_EQ(import("L-3", 100).exit_code, 0);
}

TEST_F(SmallDisk, ThatIsFullStopsWorkWithARemedyUntilThereIsRoom) {
  fill_the_disk();
  const auto refused = import("L-2", 100);
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_NE(refused.err.find("disk"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("try again"), std::string::npos) << refused.err;
  std::filesystem::remove(disk_ / "filling");
  EXPECT_TRUE(verifies());
  const auto again = import("L-2", 100);
  EXPECT_EQ(again.out.substr(0, 21), "UNN\tL-2\t2026-CPO-0002") << again.err;
  EXPECT_TRUE(verifies());
}

TEST_F(SmallDisk, ThatCannotBeWrittenToIsNamed) {
  ASSERT_EQ(run_program({"/bin/mount", "-o", "remount,ro", disk_}, folder_).exit_code, 0);
  const auto refused = import("L-2", 100);
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_NE(refused.err.find("can be written to"), std::string::npos) << refused.err;
  ASSERT_EQ(run_program({"/bin/mount", "-o", "remount,rw", disk_}, folder_).exit_code, 0);
  EXPECT_TRUE(verifies());
  EXPECT_EQ(import("L-2", 100).exit_code, 0);
}

TEST_F(SmallDisk, ABackupThatDoesNotFitIsNoBackup) {
  ASSERT_EQ(kres({"init", (folder_ / "large").string()}).exit_code, 0);
  fill_the_disk();
  const auto to = (disk_ / "backup").string();
  EXPECT_EQ(kres({"backup", "--registry", (folder_ / "large").string(), "--to", to}).exit_code, 3);
  const auto restored = kres({"restore", "--from", to, "--to", (folder_ / "new").string()});
  EXPECT_EQ(restored.exit_code, 2);
  EXPECT_NE(restored.err.find("there is no backup here"), std::string::npos) << restored.err;
}

}  // namespace
}  // namespace kres::testing
