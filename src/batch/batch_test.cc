// A run over many genomes with an analysis that the test decides: what is kept, redone, reported.
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <mutex>
#include <stdexcept>

#include <gtest/gtest.h>

#include "base/digest.h"
#include "base/text.h"
#include "batch/progress.h"
#include "batch/run.h"
#include "genome/result/json.h"

namespace kres::batch {
namespace {

namespace fs = std::filesystem;

genome::GenomeResult result_of(std::string_view bytes, const Path& file) {
  genome::GenomeResult result{.input = {{file.string(), sha256_hex(bytes)}},
                              .software = "kres 1",
                              .reference_digest = "r1",
                              .settings_digest = "s1"};
  result.species.name = "Klebsiella pneumoniae";
  return result;
}

class Batch : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(root_);
    fs::create_directories(root_);
    for (int i = 0; i < 20; ++i) {
      job_.names.push_back("g" + std::to_string(i));
      job_.files.push_back(root_ / (job_.names.back() + ".fna"));
      write(i, "genome " + std::to_string(i));
    }
    job_.identity = {"kres 1", "r1", "s1", ""};
    hooks_ = {.read = [](const Path& file) { return read_file(file); },
              .analyse = [this](std::string_view bytes,
                                const Path& file) -> Result<genome::GenomeResult> {
                const std::lock_guard hold(mutex_);
                analysed_.push_back(file.stem().string());
                if (bytes == "broken") return bad_input("is broken", file.string(), 3);
                if (bytes == "throws") throw std::bad_alloc();
                return result_of(bytes, file);
              },
              .view = [](const genome::GenomeResult& r) { return r.input.front().sha256 + "\n"; },
              .finished = [this](const Outcome& outcome) { order_.push_back(outcome.name); },
              .stop = [] { return false; },
              .clock = [] { return 0.0; }};
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(int number, const std::string& text) const {
    std::ofstream(job_.files[static_cast<std::size_t>(number)], std::ios::binary) << text;
  }
  fs::path out() const { return root_ / "out"; }
  std::string text(const std::string& name) const {
    return read_file(out() / name).value_or("absent");
  }

  Result<Totals> go() {
    analysed_.clear();
    order_.clear();
    auto folder = ResultFolder::open(out(), "digests.tsv", "digest\n");
    if (!folder) return fail(folder.error());
    return run(job_, *folder, hooks_);
  }

  const fs::path root_ = fs::path(::testing::TempDir()) / ("batch_" + std::to_string(::getpid()));
  Job job_;
  Hooks hooks_;
  std::mutex mutex_;
  std::vector<std::string> analysed_, order_;
};

TEST_F(Batch, EveryGenomeGetsAResultAndALineInTheOrderOfTheFiles) {
  job_.threads = 4;
  const auto totals = go();
  ASSERT_TRUE(totals) << totals.error().text();
  EXPECT_EQ(totals->done, 20U);
  EXPECT_EQ(order_, job_.names);
  EXPECT_EQ(text("g7.json"), genome::to_json(result_of("genome 7", job_.files[7])) + "\n");
  const std::string summary = text("summary.tsv");
  EXPECT_EQ(std::count(summary.begin(), summary.end(), '\n'), 22);  // comment, header, 20 genomes
  EXPECT_EQ(text("errors.tsv"), "absent");
  EXPECT_EQ(text("digests.tsv").substr(7, 64), sha256_hex("genome 0"));
}

TEST_F(Batch, ASecondRunKeepsEverythingAndWritesTheSameTable) {
  ASSERT_TRUE(go());
  const std::string digests = text("digests.tsv");
  const auto totals = go();
  ASSERT_TRUE(totals);
  EXPECT_EQ(totals->kept, 20U);
  EXPECT_TRUE(analysed_.empty());
  EXPECT_EQ(text("digests.tsv"), digests);
}

TEST_F(Batch, AgainRedoesAll) {
  ASSERT_TRUE(go());
  job_.again = true;
  ASSERT_TRUE(go());
  EXPECT_EQ(analysed_.size(), 20U);
}

TEST_F(Batch, OnlyWholeResultsOfTheSameInputAndReferenceAreKept) {
  ASSERT_TRUE(go());
  write(3, "another genome 3");
  const std::string whole = text("g5.json");
  std::ofstream(out() / "g5.json") << whole.substr(0, whole.size() / 2);
  std::ofstream(out() / "g6.json") << whole.substr(0, whole.size() - 1);
  fs::remove(out() / "g9.json");
  std::ofstream(out() / "g11.json") << replace_all(text("g11.json"), "pneumoniae", "oxytoca") + " ";
  std::ofstream(out() / "g12.json") << text("g13.json");
  ASSERT_TRUE(go());
  EXPECT_EQ(analysed_, (std::vector<std::string>{"g3", "g5", "g6", "g9", "g11", "g12"}));
}

TEST_F(Batch, AnotherReferenceSettingSoftwareOrStatedSpeciesRedoesAll) {
  ASSERT_TRUE(go());
  for (const Identity& other :
       {Identity{"kres 2", "r1", "s1", ""}, Identity{"kres 1", "r2", "s1", ""},
        Identity{"kres 1", "r1", "s2", ""}, Identity{"kres 1", "r1", "s1", "Escherichia coli"}}) {
    job_.identity = other;
    ASSERT_TRUE(go());
    EXPECT_EQ(analysed_.size(), 20U);
  }
}

TEST_F(Batch, ABrokenGenomeIsReportedAndTheRestGoesOn) {
  ASSERT_TRUE(go());
  write(4, "broken");
  write(8, "throws");
  fs::remove(job_.files[9]);
  job_.again = true;
  job_.threads = 3;
  const auto totals = go();
  ASSERT_TRUE(totals);
  EXPECT_EQ(totals->done, 17U);
  EXPECT_EQ(totals->failed, 3U);
  EXPECT_EQ(order_, job_.names);
  EXPECT_NE(text("errors.tsv").find("g4.fna:3: is broken\n"), std::string::npos);
  EXPECT_NE(text("errors.tsv").find("the analysis broke off: std::bad_alloc"), std::string::npos);
  EXPECT_NE(text("summary.tsv").find("cannot open: No such file"), std::string::npos);
  EXPECT_EQ(text("g4.json"), "absent") << "the result of what the file was before";
  EXPECT_NE(text("g9.json"), "absent") << "the file may come back";
}

TEST_F(Batch, AStoppedRunLeavesNoTableAndGoesOnWhereItStopped) {
  std::size_t asked = 0;
  hooks_.stop = [&] { return asked++ >= 5; };
  const auto stopped = go();
  ASSERT_TRUE(stopped);
  EXPECT_TRUE(stopped->stopped);
  EXPECT_EQ(stopped->done, 5U);
  EXPECT_EQ(text("summary.tsv"), "absent");
  hooks_.stop = [] { return false; };
  const auto rest = go();
  ASSERT_TRUE(rest);
  EXPECT_EQ(rest->kept, 5U);
  EXPECT_EQ(rest->done, 15U);
  EXPECT_NE(text("summary.tsv"), "absent");
  for (const auto& entry : fs::directory_iterator(out()))
    EXPECT_FALSE(entry.path().string().ends_with(".part")) << entry;
}

TEST_F(Batch, TablesOfAnEarlierRunDoNotStandBesideResultsOfAnUnfinishedOne) {
  ASSERT_TRUE(go());
  hooks_.stop = [] { return true; };
  ASSERT_TRUE(go());
  EXPECT_EQ(text("summary.tsv"), "absent");
}

TEST_F(Batch, WhatAKilledRunLeftHalfWrittenIsRemoved) {
  fs::create_directories(out());
  std::ofstream(out() / ".g3.json.aB3dE6") << "half";
  std::ofstream(out() / ".summary.tsv.part") << "half";
  std::ofstream(out() / "notes.txt") << "of a person";
  ASSERT_TRUE(go());
  std::size_t hidden = 0;
  for (const auto& entry : fs::directory_iterator(out()))
    hidden += entry.path().filename().string().starts_with(".g") ? 1 : 0;
  EXPECT_EQ(hidden, 0U);
  EXPECT_EQ(text("notes.txt"), "of a person");
}

TEST_F(Batch, TwoProgramsDoNotWriteToOneFolder) {
  const auto first = ResultFolder::open(out(), "", "");
  ASSERT_TRUE(first);
  const auto second = ResultFolder::open(out(), "", "");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::conflict);
}

TEST_F(Batch, AResultThatCannotBeWrittenEndsTheRun) {
  fs::create_directories(out() / "g2.json");  // in the way of a file
  std::ofstream(out() / "g2.json" / "x") << "x";
  const auto totals = go();
  ASSERT_FALSE(totals);
  EXPECT_NE(totals.error().text().find("g2.json"), std::string::npos);
  EXPECT_EQ(text("summary.tsv"), "absent");
}

TEST(Summary, ListsCriticalFindingsWithTheirStateAndLeavesOutIntrinsicGenes) {
  genome::GenomeResult result;
  const auto add = [&](const char* symbol, genome::FunctionState function, bool trace,
                       bool intrinsic) {
    genome::Determinant d{.symbol = symbol, .function = function, .intrinsic = intrinsic};
    d.trace = trace;
    d.critical_family = "carbapenemase";
    result.determinants.push_back(d);
  };
  add("blaKPC-2", genome::FunctionState::intact, false, false);
  add("blaKPC-2", genome::FunctionState::intact, false, false);
  add("blaOXA-48", genome::FunctionState::broken, false, false);
  add("blaNDM", genome::FunctionState::not_assessable, true, false);
  add("blaOXA-66", genome::FunctionState::intact, false, true);
  EXPECT_EQ(critical_findings(result), "blaKPC-2;blaOXA-48 (broken);blaNDM (trace)");
}

TEST(Summary, NothingInACellBreaksTheTable) {
  const Outcome outcome{.name = "a", .input = "in/a\tb\nc.fna", .error = "bad\r\nthing"};
  const std::string row = summary_row(outcome), header = summary_header();
  EXPECT_EQ(std::count(row.begin(), row.end(), '\t'),
            std::count(header.begin(), header.end(), '\t'));
  EXPECT_EQ(std::count(row.begin(), row.end(), '\n'), 1);
}

TEST(Progress, SaysHowLongItStillTakes) {
  EXPECT_EQ(progress_text({.total = 200, .finished = 50, .failed = 1, .seconds = 10}),
            "50 of 200 genomes, 5.0 a second, 30 s left, 1 failed");
  EXPECT_EQ(progress_text({.total = 200}), "0 of 200 genomes");
  EXPECT_EQ(duration_text(3725), "1 h 02 min");
  EXPECT_EQ(duration_text(61), "1 min 01 s");
}

}  // namespace
}  // namespace kres::batch
