// What is expected of a measurement, and what a genotype table leaves open.
#include <gtest/gtest.h>

#include "genome/phenotype/genomes_for_test.h"

namespace kres::genome {
namespace {

TEST(Prediction, LossThatNobodyLookedForForbidsTheWildTypeWhereItWouldMatter) {
  auto result = wild_type();
  lose(result, "ompK36", "unreported");
  EXPECT_EQ(prediction(result, "meropenem"), "WT");
  result.determinants = {gene("blaCTX-M-15", {"cefotaxime"})};
  EXPECT_EQ(prediction(result, "meropenem"), "no_rule");
  EXPECT_EQ(unread_genes("meropenem", result, rules(), organisms()).required,
            std::vector<std::string>{"ompK36"});
  result.determinants.push_back(mutation("ompK36 D135DGD"));
  EXPECT_EQ(prediction(result, "meropenem"), "uncertain") << "what is reported counts";
  lose(result, "gyrA", "unreported");
  EXPECT_EQ(prediction(result, "ciprofloxacin"), "WT") << "known codons were looked at";
}

ExpectedCategory expected(const GenomeResult& result) {
  return expected_category("meropenem", result, rules(), organisms());
}

TEST(ExpectedCategories, FollowTheStrongestEffect) {
  const auto kpc = gene("blaKPC-3", kCarbapenems, "carbapenemase"),
             oxa48 = gene("blaOXA-48", kCarbapenems, "carbapenemase"),
             esbl = gene("blaCTX-M-15", {"cefotaxime"});
  EXPECT_EQ(expected(wild_type()), ExpectedCategory::S);
  EXPECT_EQ(expected(with({esbl})), ExpectedCategory::S);
  EXPECT_EQ(expected(with({oxa48})), ExpectedCategory::I);
  EXPECT_EQ(expected(with({kpc})), ExpectedCategory::R);
  EXPECT_EQ(expected(with({oxa48, mutation("ompK36 D135DGD")})), ExpectedCategory::R);
  EXPECT_EQ(expected(with({esbl, mutation("ompK36 D135DGD")})), ExpectedCategory::S);
  auto lost = with({esbl});
  lose(lost, "ompK36", "truncated");
  EXPECT_EQ(expected(lost), ExpectedCategory::I);
  lose(lost, "ompK35", "truncated");
  EXPECT_EQ(expected(lost), ExpectedCategory::I) << "4 mg/L is R by CLSI, not by EUCAST";
  EXPECT_EQ(expected_category("ertapenem", lost, rules(), organisms()), ExpectedCategory::R);
}

TEST(ExpectedCategories, AreNotGivenWhereMoreThanTheWildTypeIsOpen) {
  auto result = with({gene("blaCTX-M-15", {"cefotaxime"})});
  lose(result, "ompK36", "unreported");
  EXPECT_EQ(expected(result), ExpectedCategory::none);
  auto broken_off = gene("blaKPC-3", kCarbapenems, "carbapenemase");
  broken_off.allele_status = AlleleStatus::partial;
  EXPECT_EQ(expected(with({broken_off})), ExpectedCategory::none);
  broken_off.function = FunctionState::broken;
  EXPECT_EQ(expected(with({broken_off})), ExpectedCategory::S);
  auto poor = wild_type();
  poor.quality.verdict = Verdict::fail;
  EXPECT_EQ(expected(poor), ExpectedCategory::none);
}

}  // namespace
}  // namespace kres::genome
