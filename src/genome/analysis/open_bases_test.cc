// What a result says of genes in which noisy reads leave bases open.
#include "genome/analysis/open_bases.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

Determinant gene(std::uint64_t start, std::uint64_t end, const std::string& reason) {
  Determinant determinant;
  determinant.symbol = determinant.gene = "blaKPC";
  determinant.function_reason = reason;
  determinant.pieces = {{.contig = "reads_2", .start = start, .end = end}};
  return determinant;
}

OpenBases one_run_and_one_base() {
  OpenBases open(2, std::vector<BaseDoubt>(1000, BaseDoubt::none));
  open[1][99] = BaseDoubt::unconfirmed;
  for (std::size_t at = 499; at < 505; ++at) open[1][at] = BaseDoubt::run;
  return open;
}

TEST(OpenBases, AGeneWithAnOpenBaseSaysSo) {
  GenomeResult result;
  result.determinants = {gene(100, 400, "ambiguous_bases"), gene(101, 400, "ambiguous_bases")};
  explain_open(result, one_run_and_one_base());
  EXPECT_EQ(result.determinants[0].function_reason, "bases_unconfirmed:1");
  EXPECT_EQ(result.determinants[1].function_reason, "ambiguous_bases") << "positions are 1-based";
}

TEST(OpenBases, ALostFrameAtARunOfEqualBasesIsNamedFirst) {
  GenomeResult result;
  result.determinants = {gene(50, 600, "ambiguous_bases"), gene(502, 600, "ambiguous_bases")};
  explain_open(result, one_run_and_one_base());
  EXPECT_EQ(result.determinants[0].function_reason, "homopolymer_uncertain:6");
  EXPECT_EQ(result.determinants[1].function_reason, "homopolymer_uncertain:4");
}

TEST(OpenBases, OtherReasonsStay) {
  GenomeResult result;
  result.determinants = {gene(50, 600, "internal_stop:65/293"), gene(50, 600, "")};
  explain_open(result, one_run_and_one_base());
  EXPECT_EQ(result.determinants[0].function_reason, "internal_stop:65/293");
  EXPECT_EQ(result.determinants[1].function_reason, "");
}

TEST(OpenBases, TargetsAndGenesOfVanClustersSayTheSame) {
  GenomeResult result;
  result.targets.push_back({.gene = "ompK35",
                            .state = "not_assessable",
                            .detail = "ambiguous_bases",
                            .contig = "reads_2",
                            .start = 450,
                            .end = 700});
  result.targets.push_back({.gene = "mgrB", .detail = "ambiguous_bases", .contig = "other"});
  result.van_operons.push_back({.genes = {{.gene = "vanS-A",
                                           .state = "not_assessable",
                                           .reason = "ambiguous_bases",
                                           .contig = "reads_2",
                                           .start = 90,
                                           .end = 200}}});
  explain_open(result, one_run_and_one_base());
  EXPECT_EQ(result.targets[0].detail, "homopolymer_uncertain:6");
  EXPECT_EQ(result.targets[1].detail, "ambiguous_bases");
  EXPECT_EQ(result.van_operons[0].genes[0].reason, "bases_unconfirmed:1");
}

}  // namespace
}  // namespace kres::genome
