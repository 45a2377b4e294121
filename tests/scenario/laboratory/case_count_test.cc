// Isolates, patients and cases of a registry.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/scenario/laboratory/test_laboratory.h"
#include "tests/support/run_program.h"
#include "workflow/collect_cases.h"

namespace kres::testing {
namespace {

const Date kJanuary{2026, 1, 1}, kDecember{2026, 12, 31};

class CaseCounts : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fresh_directory(std::string("case_count_") +
                              ::testing::UnitTest::GetInstance()->current_test_info()->name());
    lab_ = std::make_unique<TestLaboratory>(folder_ / "registry");
    lab_->employ();
    write_referrals(folder_ / "in", "L", 4);
    // Two isolates of one patient four weeks apart, one of another, one of nobody known.
    std::string sheet =
        "laboratory\tsender_id\tsuspected_group\treceived\tsampled\tpatient\tgenome_"
        "file\n";
    const char* const rows[][2] = {
        {"2026-10-01", "P-1"}, {"2026-10-29", "P-1"}, {"2026-11-17", "P-2"}, {"", ""}};
    for (int i = 0; i < 4; ++i)
      sheet += fmt::format("UNN\tL-{0}\tCPO\t2026-11-18\t{1}\t{2}\tL-{0}.fna\n", i + 1, rows[i][0],
                           rows[i][1]);
    ASSERT_TRUE(write_file_atomic(folder_ / "in" / "referral.tsv", sheet));
    const auto received = lab_->import(folder_ / "in");
    ASSERT_TRUE(received) << received.error().text();
  }
  void TearDown() override {
    lab_.reset();
    std::filesystem::remove_all(folder_);
  }

  workflow::CaseCollection collect(Date from, Date to) {
    const auto work = lab_->read();
    auto collected =
        workflow::collect_cases(*work, "CPO", from, to, lab_->examiner().knowledge.rules);
    EXPECT_TRUE(collected) << collected.error().text();
    return *std::move(collected);
  }

  Path folder_;
  std::unique_ptr<TestLaboratory> lab_;
};

TEST_F(CaseCounts, OfAnalysedIsolatesAreCountedByTheRule) {
  ASSERT_TRUE(workflow::run_pending_jobs(lab_->services(), lab_->examiner()));
  const auto collected = collect(kJanuary, kDecember);
  EXPECT_EQ(collected.versions, std::vector<std::string>{"2026.1"});
  ASSERT_EQ(collected.isolates.size(), 4U);
  EXPECT_EQ(collected.isolates[0].genes, std::vector<std::string>{"blaKPC"});
  const laboratory::CaseRule rule{.id = "r", .version = "1", .episode_days = 27, .source = "s"};
  const auto count = count_cases(collected.isolates, rule, kJanuary, kDecember);
  EXPECT_EQ(count.isolates, 4U);
  EXPECT_EQ(count.patients, 3U);
  EXPECT_EQ(count.unknown_patients, 1U);
  EXPECT_EQ(count.cases, 4U) << "28 days between the two of one patient";
  EXPECT_EQ(count.rows.back().isolate.day, (Date{2026, 11, 18}))
      << "received, for want of a sample";
  auto longer = rule;
  longer.episode_days = 28;
  EXPECT_EQ(count_cases(collected.isolates, longer, kJanuary, kDecember).cases, 3U);
}

TEST_F(CaseCounts, WhatIsNotExplainedYetIsSaidAndNotCounted) {
  const auto collected = collect(kJanuary, kDecember);
  EXPECT_TRUE(collected.isolates.empty());
  EXPECT_EQ(collected.unexplained, 4U);
  EXPECT_EQ(collect({2026, 11, 1}, kDecember).unexplained, 2U);
}

TEST_F(CaseCounts, WhatDoesNotMeetTheDefinitionIsSaidAndNotCounted) {
  lab_->genome->determinants.clear();
  ASSERT_TRUE(workflow::run_pending_jobs(lab_->services(), lab_->examiner()));
  const auto collected = collect(kJanuary, kDecember);
  EXPECT_TRUE(collected.isolates.empty());
  EXPECT_EQ(collected.undecided, 4U) << "meropenem 16 mg/L is above the screening cut-off";
}

TEST_F(CaseCounts, AllelesOfOneFamilyAreOneGene) {
  const auto& rules = lab_->examiner().knowledge.rules;
  EXPECT_EQ(workflow::gene_family("blaKPC-2", rules), "blaKPC");
  EXPECT_EQ(workflow::gene_family("blaNDM-5", rules), workflow::gene_family("blaNDM-1", rules));
  EXPECT_EQ(workflow::gene_family("blaOXA-181", rules), "OXA-48-like");
  EXPECT_EQ(workflow::gene_family("blaOXA-23", rules), "blaOXA-23");
  EXPECT_EQ(workflow::gene_family("mcr-1.1", rules), "mcr-1");
  EXPECT_EQ(workflow::gene_family("vanA", rules), "vanA");
}

}  // namespace
}  // namespace kres::testing
