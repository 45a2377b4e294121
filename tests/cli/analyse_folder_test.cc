// kres analyse --output-dir from outside: killed, stopped, broken files, no room, no right to
// write.
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/text.h"
#include "genome/result/json.h"
#include "tests/support/run_program.h"

namespace kres::testing {
namespace {

namespace fs = std::filesystem;
const fs::path kExamples = "/usr/share/doc/kleborate/examples/data";

class AnalyseFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"Klebs_HS11286", "MGH78578", "NTUH-K2044", "Klebs_Kp1084"}) {
      const fs::path genome = kExamples / (std::string(name) + ".fna.xz");
      if (!fs::exists(genome)) GTEST_SKIP() << "package kleborate-examples is absent";
      genomes_.push_back(genome);
    }
    fs::create_directories(in_);
  }

  // Links to the four genomes in turn: g00.fna.xz, g01.fna.xz ...
  void link_genomes(std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i)
      fs::create_symlink(genomes_[i % genomes_.size()],
                         in_ / ("g" + std::to_string(i / 10) + std::to_string(i % 10) + ".fna.xz"));
  }

  std::vector<std::string> command(const fs::path& out, std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {KRES_PROGRAM, "analyse", in_, "--output-dir", out};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  ProgramRun analyse(const fs::path& out, std::vector<std::string> more = {}) const {
    return run_program(command(out, std::move(more)), directory_);
  }

  static std::map<std::string, std::string> documents(const fs::path& out) {
    std::map<std::string, std::string> texts;
    for (const auto& entry : fs::directory_iterator(out))
      if (entry.path().extension() == ".json" && entry.path().filename().string()[0] != '.')
        texts[entry.path().filename()] = read_file(entry.path()).value();
    return texts;
  }

  // Waits until the running program has written `count` results, not longer than a minute.
  static bool wait_for_documents(const fs::path& out, std::size_t count) {
    for (int i = 0; i < 6000; ++i) {
      if (fs::exists(out) && documents(out).size() >= count) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }

  std::string text(const fs::path& path) const { return read_file(path).value_or(""); }

  const fs::path directory_ =
      fresh_directory(std::string("analyse_folder_") +
                      ::testing::UnitTest::GetInstance()->current_test_info()->name());
  const fs::path in_ = directory_ / "in", out_ = directory_ / "out";
  std::vector<fs::path> genomes_;
};

TEST_F(AnalyseFolder, GivesTheSameDocumentsAndLinesForOneThreadAndThree) {
  link_genomes(6);
  const auto one = analyse(directory_ / "one", {"--threads", "1"});
  const auto three = analyse(directory_ / "three", {"--threads", "3"});
  EXPECT_EQ(one.exit_code, 0) << one.err;
  EXPECT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), 6);
  EXPECT_EQ(one.out, three.out);
  EXPECT_EQ(documents(directory_ / "one").size(), 6U);
  EXPECT_EQ(documents(directory_ / "one"), documents(directory_ / "three"));
  // The document is the one that the genome gives alone.
  const auto alone = run_program({KRES_PROGRAM, "analyse", in_ / "g00.fna.xz"}, directory_);
  EXPECT_EQ(documents(directory_ / "one")["g00.json"], alone.out);
  EXPECT_NE(one.out.find("g00\tpass\tKlebsiella pneumoniae\tST 11\tblaKPC-2"), std::string::npos)
      << one.out;
}

TEST_F(AnalyseFolder, KilledInTheMiddleLeavesOnlyWholeResultsAndGoesOnFromThere) {
  link_genomes(12);
  const pid_t program = start_program(command(out_, {"--threads", "2"}), directory_);
  EXPECT_TRUE(wait_for_documents(out_, 3));
  ::kill(program, SIGKILL);
  EXPECT_EQ(wait_for_program(program, directory_).exit_code, 128 + SIGKILL);
  const auto left = documents(out_);
  ASSERT_LT(left.size(), 12U) << "it was finished before it was killed";
  for (const auto& [name, document] : left)
    EXPECT_TRUE(genome::result_from_json(document, name)) << name;
  EXPECT_FALSE(fs::exists(out_ / "summary.tsv"));
  const auto rest = analyse(out_, {"--threads", "2"});
  EXPECT_EQ(rest.exit_code, 0) << rest.err;
  const std::string kept = std::to_string(left.size()) + " kept from before";
  EXPECT_NE(rest.err.find(kept), std::string::npos) << rest.err;
  ASSERT_EQ(analyse(directory_ / "fresh").exit_code, 0);
  EXPECT_EQ(documents(out_), documents(directory_ / "fresh"));
  EXPECT_TRUE(fs::exists(out_ / "summary.tsv"));
}

TEST_F(AnalyseFolder, StoppedByAPersonEndsCleanlyAndSaysHowToGoOn) {
  link_genomes(12);
  const pid_t program = start_program(command(out_), directory_);
  EXPECT_TRUE(wait_for_documents(out_, 2));
  ::kill(program, SIGINT);
  const auto run = wait_for_program(program, directory_);
  EXPECT_EQ(run.exit_code, 130);
  EXPECT_NE(run.err.find("the same command goes on from there"), std::string::npos) << run.err;
  const auto lines = std::count(run.out.begin(), run.out.end(), '\n');
  EXPECT_EQ(documents(out_).size(), static_cast<std::size_t>(lines));
  EXPECT_LT(lines, 12);
  EXPECT_EQ(analyse(out_).exit_code, 0);
  EXPECT_EQ(documents(out_).size(), 12U);
}

TEST_F(AnalyseFolder, BrokenFilesAreNamedWithTheirReasonAndTheRestIsAnalysed) {
  link_genomes(2);
  ASSERT_TRUE(write_file_atomic(in_ / "cut.fna.xz", text(genomes_[0]).substr(0, 100'000)));
  ASSERT_TRUE(write_file_atomic(in_ / "empty.fna", ""));
  ASSERT_TRUE(write_file_atomic(in_ / "protein.fa", ">p\nMSLYRRLVLLSCLSWPLAGFSATALTNLVAEPF\n"));
  ASSERT_TRUE(write_file_atomic(in_ / "packed.fna.bz2", "BZh91AY&SY"));
  const auto run = analyse(out_, {"--threads", "2"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.err.find("2 analysed, 0 kept from before, 4 failed"), std::string::npos) << run.err;
  const std::string errors = text(out_ / "errors.tsv");
  EXPECT_NE(errors.find("the xz data are cut short at byte 100000"), std::string::npos) << errors;
  EXPECT_NE(errors.find("empty.fna: holds no sequence"), std::string::npos) << errors;
  EXPECT_NE(errors.find("protein.fa:2: looks like protein"), std::string::npos) << errors;
  EXPECT_NE(errors.find("bzip2"), std::string::npos) << errors;
  EXPECT_EQ(documents(out_).size(), 2U);
  const auto summary = text(out_ / "summary.tsv");
  EXPECT_EQ(std::count(summary.begin(), summary.end(), '\n'), 8);
}

TEST_F(AnalyseFolder, ARunInWhichNothingWorkedFails) {
  ASSERT_TRUE(write_file_atomic(in_ / "empty.fna", ""));
  EXPECT_EQ(analyse(out_).exit_code, 2);
}

TEST_F(AnalyseFolder, AFolderWithoutGenomesIsRefused) {
  const auto run = analyse(out_);
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("holds no genome"), std::string::npos) << run.err;
  EXPECT_FALSE(fs::exists(out_));
}

TEST_F(AnalyseFolder, AFolderWithoutAFolderForResultsIsRefused) {
  const auto run = run_program({KRES_PROGRAM, "analyse", in_}, directory_);
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("--output-dir"), std::string::npos) << run.err;
}

TEST_F(AnalyseFolder, AnOutputThatCannotBeWrittenToIsOneClearError) {
  link_genomes(1);
  ASSERT_TRUE(write_file_atomic(directory_ / "file", "x"));
  const auto run = analyse(directory_ / "file" / "out");
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
}

TEST_F(AnalyseFolder, TwoInputsOfOneNameGetAResultEach) {
  fs::create_directories(in_ / "a");
  fs::create_directories(in_ / "b");
  fs::create_symlink(genomes_[0], in_ / "a" / "K.fna.xz");
  fs::create_symlink(genomes_[1], in_ / "b" / "K.fna.xz");
  EXPECT_EQ(analyse(out_).exit_code, 0);
  EXPECT_EQ(documents(out_).size(), 2U);
}

TEST_F(AnalyseFolder, TheTableHoldsWhatTheGenomesGiveOneByOne) {
  link_genomes(3);
  ASSERT_EQ(analyse(out_, {"--format", "tsv", "--threads", "2"}).exit_code, 0);
  const auto together = run_program({KRES_PROGRAM, "analyse", in_ / "g00.fna.xz",
                                     in_ / "g01.fna.xz", in_ / "g02.fna.xz", "--format", "tsv"},
                                    directory_);
  EXPECT_EQ(text(out_ / "determinants.tsv"), together.out);
  // Kept results give the same table.
  ASSERT_EQ(analyse(out_, {"--format", "tsv"}).exit_code, 0);
  EXPECT_EQ(text(out_ / "determinants.tsv"), together.out);
}

TEST_F(AnalyseFolder, AFullDiskEndsTheRunWithoutHalfAResult) {
  link_genomes(4);
  fs::create_directories(out_);
  if (::mount("kres-test", out_.c_str(), "tmpfs", 0, "size=40k") != 0)
    GTEST_SKIP() << "no right to mount a small file system";
  const auto run = analyse(out_);
  const auto left = documents(out_);
  const bool summary = fs::exists(out_ / "summary.tsv");
  ::umount(out_.c_str());
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_NE(run.err.find("No space left on device"), std::string::npos) << run.err;
  EXPECT_FALSE(summary);
  EXPECT_LT(left.size(), 4U);
  for (const auto& [name, document] : left)
    EXPECT_TRUE(genome::result_from_json(document, name)) << name;
}

TEST_F(AnalyseFolder, ALimitOnFilesEndsTheRunAsAFullDiskDoes) {
  link_genomes(2);
  std::string line;
  for (const auto& word : command(out_)) line += "'" + word + "' ";
  const auto run =
      run_program({"/bin/sh", "-c", "trap '' XFSZ; ulimit -f 8; exec " + line}, directory_);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_NE(run.err.find("File too large"), std::string::npos) << run.err;
  EXPECT_FALSE(fs::exists(out_ / "g00.json"));
  EXPECT_FALSE(fs::exists(out_ / "summary.tsv"));
}

TEST_F(AnalyseFolder, MemoryDoesNotGrowWithTheNumberOfGenomes) {
  link_genomes(4);
  long few = 0, many = 0;
  wait_for_program(start_program(command(directory_ / "few", {"--threads", "2"}), directory_),
                   directory_, &few);
  fs::remove_all(in_);
  fs::create_directories(in_);
  link_genomes(16);
  wait_for_program(start_program(command(directory_ / "many", {"--threads", "2"}), directory_),
                   directory_, &many);
  EXPECT_LT(many, 400 * 1024);
  EXPECT_LT(many, few + few / 4) << "kilobytes: 4 genomes " << few << ", 16 genomes " << many;
}

}  // namespace
}  // namespace kres::testing
