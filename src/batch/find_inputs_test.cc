// Which files of a folder are genomes, and what their results are called.
#include "batch/find_inputs.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "batch/output_names.h"

namespace kres::batch {
namespace {

namespace fs = std::filesystem;

class FindInputs : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  void touch(const std::string& name) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name) << ">a\nACGT\n";
  }

  // Found files relative to the folder, separated by blanks.
  std::string found(const std::vector<std::string>& given) const {
    const auto inputs = find_inputs(given);
    if (!inputs) return inputs.error().text();
    std::string names;
    for (const auto& file : inputs->files)
      names += (names.empty() ? "" : " ") + file.lexically_relative(root_).string();
    return names;
  }

  const fs::path root_ =
      fs::path(::testing::TempDir()) / ("find_inputs_" + std::to_string(::getpid()));
};

TEST_F(FindInputs, AssembliesAreTakenFromAllFoldersInOrderOfTheirNames) {
  for (const char* name : {"b.fna.gz", "a.FASTA", "sub/deep/c.fa.xz", "sub/d.gfa", "e.fas.zst"})
    touch(name);
  EXPECT_EQ(found({root_}), "a.FASTA b.fna.gz e.fas.zst sub/d.gfa sub/deep/c.fa.xz");
}

TEST_F(FindInputs, OtherFilesAreCountedAndHiddenOnesPassedOver) {
  for (const char* name : {"a.fna", "proteins.faa", "reads.fastq.gz", "genes.ffn", "notes.txt",
                           ".a.fna.swp", ".hidden.fna", ".git/b.fna", "fna"})
    touch(name);
  const auto inputs = find_inputs({root_});
  ASSERT_TRUE(inputs);
  EXPECT_EQ(inputs->files.size(), 1U);
  EXPECT_EQ(inputs->ignored, 5U);
}

TEST_F(FindInputs, CompressionThatIsNotReadIsTakenSoThatItIsReported) {
  touch("a.fna.bz2");
  EXPECT_EQ(found({root_}), "a.fna.bz2");
}

TEST_F(FindInputs, ALinkToAFolderAboveDoesNotLoop) {
  touch("sub/a.fna");
  fs::create_directory_symlink(root_, root_ / "sub" / "up");
  fs::create_directory_symlink("self", root_ / "self");
  EXPECT_EQ(found({root_}), "sub/a.fna");
}

TEST_F(FindInputs, ALinkToAFileIsFollowedAndABrokenOneIsKeptToBeReported) {
  touch("store/x");
  fs::create_symlink(root_ / "store" / "x", root_ / "a.fna");
  fs::create_symlink(root_ / "nowhere", root_ / "b.fna");
  EXPECT_EQ(found({root_}), "a.fna b.fna");
}

TEST_F(FindInputs, FilesNamedByThemselvesAreTakenWhateverTheyAreCalledAndOnce) {
  touch("genome");
  touch("a.fna");
  EXPECT_EQ(found({root_ / "genome", root_ / "a.fna", root_, root_ / "." / "a.fna"}),
            "genome a.fna");
}

TEST_F(FindInputs, AFolderWithoutAGenomeIsRefused) {
  touch("notes.txt");
  EXPECT_NE(found({root_}).find("holds no genome (1 other files)"), std::string::npos);
}

TEST_F(FindInputs, AFolderThatCannotBeReadIsAnErrorNotASilence) {
  if (::geteuid() == 0) GTEST_SKIP() << "nothing is unreadable for root";
  touch("shut/a.fna");
  fs::permissions(root_ / "shut", fs::perms::none);
  EXPECT_NE(found({root_}).find("cannot read the folder"), std::string::npos);
  fs::permissions(root_ / "shut", fs::perms::owner_all);
}

TEST(OutputNames, AreTheStemsOfTheFiles) {
  EXPECT_EQ(output_names({"in/K1.fna.gz", "in/K2.contigs.fasta", "plain"}),
            (std::vector<std::string>{"K1", "K2.contigs", "plain"}));
}

TEST(OutputNames, EqualStemsAreToldApartWhateverTheirOrder) {
  const auto names = output_names({"a/K1.fna", "b/K1.fna", "b/k1.fa.gz", "b/K2.fa"});
  const auto other = output_names({"b/K2.fa", "b/k1.fa.gz", "b/K1.fna", "a/K1.fna"});
  EXPECT_EQ(names[0].substr(0, 3), "K1.");
  EXPECT_EQ(names[0].size(), 11U);
  EXPECT_NE(names[0], names[1]);
  EXPECT_NE(names[1].substr(3), names[2].substr(3));
  EXPECT_EQ(names[3], "K2");
  EXPECT_EQ(std::vector<std::string>(other.rbegin(), other.rend()),
            (std::vector<std::string>{names[0], names[1], names[2], names[3]}));
}

TEST(OutputNames, AreNamesThatAFileCanHave) {
  EXPECT_EQ(output_names({"a\nb\t.fna"}).front(), "a_b_");
  EXPECT_EQ(output_names({".fna"}).front(), "_fna");
  EXPECT_LE(output_names({std::string(250, 'x') + ".fa"}).front().size(), 200U);
}

}  // namespace
}  // namespace kres::batch
