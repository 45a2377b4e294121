// Explanations of isolates of which only AMRFinderPlus' table is known.
#include <gtest/gtest.h>

#include "mechanism/test_knowledge.h"

namespace kres::mechanism {
namespace {

// A K. pneumoniae as a table tells of it: no loss of a target was looked for.
genome::GenomeResult reported(std::vector<genome::Determinant> determinants) {
  auto result = klebsiella(std::move(determinants));
  for (auto& d : result.determinants) {
    d.method = "reported";
    d.allele_status = genome::AlleleStatus::exact_protein;
    d.contig.clear();
  }
  for (auto& target : result.targets) target.state = "unreported";
  return result;
}

genome::Determinant esbl() { return gene("blaCTX-M-15", {"cefotaxime", "ceftazidime"}); }

TEST(ExplainGenotypeTable, ResistanceWithoutAMechanismSaysWhatTheTableDoesNotTell) {
  const auto e = explained(reported({esbl()}), {measured("meropenem", "=", 16)});
  EXPECT_EQ(fit_of(e, "meropenem"), "UNEXPLAINED no_mechanism");
  EXPECT_EQ(e.agents.front().unread, (std::vector<std::string>{"ompK35", "ompK36"}));
  EXPECT_NE(e.agents.front().sentence.en.find("Not read in the genome: ompK35 and ompK36."),
            std::string::npos)
      << e.agents.front().sentence.en;
  EXPECT_TRUE(asks_for(e, "carbapenemase_test"));
}

TEST(ExplainGenotypeTable, AWildTypeIsNotPredictedWhereALossWouldMatter) {
  const auto e = explained(reported({esbl()}), {measured("meropenem", "=", 0.03)});
  EXPECT_EQ(fit_of(e, "meropenem"), "RULE_GAP not_read_wild_type");
  EXPECT_EQ(e.agents.front().predicted, genome::Prediction::no_rule);
}

TEST(ExplainGenotypeTable, AReportedLossIsAMechanism) {
  auto table = reported({esbl()});
  target_of(table, "ompK36").state = "truncated";
  target_of(table, "ompK36").detail = "reported:Q66STOP";
  const auto e = explained(table, {measured("meropenem", "=", 4)});
  EXPECT_EQ(fit_of(e, "meropenem"), "AGREE mechanism_named");
  EXPECT_NE(e.agents.front().sentence.en.find("truncated ompK36 (reported as Q66STOP)"),
            std::string::npos)
      << e.agents.front().sentence.en;
}

TEST(ExplainGenotypeTable, AGeneIsCalledReported) {
  const auto e = explained(reported({kpc()}), {measured("meropenem", "=", 16)});
  EXPECT_EQ(fit_of(e, "meropenem"), "AGREE mechanism_named");
  EXPECT_NE(e.agents.front().sentence.en.find("(exact protein, reported by AMRFinderPlus)"),
            std::string::npos)
      << e.agents.front().sentence.en;
}

TEST(ExplainGenotypeTable, WhatWasNotLookedForIsListed) {
  const auto e = explained(reported({}), {measured("meropenem", "=", 0.03)});
  ASSERT_FALSE(e.absent.empty());
  EXPECT_EQ(e.absent.front().state, "not_assessable");
  EXPECT_EQ(e.absent.front().basis, "genotype_table");
}

TEST(ExplainLowMics, ACarbapenemaseWithALowMicIsNoAgreement) {
  const auto oxa48 = gene("blaOXA-48", {"meropenem"}, "carbapenemase");
  const auto fit_at = [&](double mic) {
    return fit_of(explained(klebsiella({oxa48}), {measured("meropenem", "=", mic)}), "meropenem");
  };
  EXPECT_EQ(fit_at(0.06), "SILENT mechanism_silent");
  EXPECT_EQ(fit_at(0.12), "EDGE at_cut");
  EXPECT_EQ(fit_at(0.25), "EDGE at_cut");
  EXPECT_EQ(fit_at(0.5), "SILENT low_value");
  EXPECT_EQ(fit_at(1), "AGREE mechanism_named");
}

}  // namespace
}  // namespace kres::mechanism
