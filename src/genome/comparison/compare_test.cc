// Reads beside an assembly: what counts as the same, and how a difference is explained.
#include "genome/comparison/compare.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

Determinant gene(const std::string& symbol, const std::string& family,
                 AlleleStatus status = AlleleStatus::exact) {
  return {.symbol = symbol,
          .gene = family,
          .contig = "any",
          .allele_status = status,
          .function = FunctionState::intact};
}

GenomeResult with(std::vector<Determinant> determinants) {
  GenomeResult result;
  result.species = {.name = "Klebsiella pneumoniae", .rank = "species"};
  result.determinants = std::move(determinants);
  return result;
}

const Disagreement& only_difference(const Comparison& comparison) {
  static const Disagreement none{.reason = "not one difference"};
  return comparison.differences.size() == 1 ? comparison.differences.front() : none;
}

TEST(ReadsBesideAssembly, ContigsPositionsOrderAndEqualCopiesMakeNoDifference) {
  auto elsewhere = gene("blaTEM-1B", "blaTEM");
  elsewhere.contig = "reads_7";
  elsewhere.start = 4000;
  const auto comparison = compare(
      with({elsewhere, gene("sul1", "sul1")}),
      with({gene("sul1", "sul1"), gene("blaTEM-1B", "blaTEM"), gene("blaTEM-1B", "blaTEM")}));
  EXPECT_TRUE(comparison.differences.empty());
  EXPECT_EQ(comparison.agreeing, 3U);  // species, sul1, blaTEM-1B
}

TEST(ReadsBesideAssembly, AnAlleleThatTheAssemblyLaidOnTopOfAnotherIsNamed) {
  const auto comparison = compare(with({gene("blaSHV-11", "blaSHV"), gene("blaSHV-12", "blaSHV")}),
                                  with({gene("blaSHV-11", "blaSHV")}));
  EXPECT_EQ(only_difference(comparison).reason, "reads_have_more");
  EXPECT_EQ(only_difference(comparison).reads, "blaSHV-12 exact intact");
  EXPECT_EQ(only_difference(comparison).assembly, "");
}

TEST(ReadsBesideAssembly, AGeneCutByAContigEndSaysSo) {
  auto cut = gene("blaKPC", "blaKPC", AlleleStatus::partial);
  cut.contig_end = true;
  cut.function = FunctionState::not_assessable;
  cut.function_reason = "contig_end";
  const auto whole = gene("blaKPC-2", "blaKPC");
  EXPECT_EQ(only_difference(compare(with({whole}), with({cut}))).reason, "assembly_cut");
  EXPECT_EQ(only_difference(compare(with({cut}), with({whole}))).reason, "reads_cut");
}

TEST(ReadsBesideAssembly, AGeneThatOneOfThemLacksOrReadsOtherwise) {
  const auto nothing = with({});
  const auto intact = with({gene("mcr-1.1", "mcr-1")});
  auto broken = intact;
  broken.determinants[0].function = FunctionState::broken;
  broken.determinants[0].function_reason = "internal_stop:65/541";
  EXPECT_EQ(only_difference(compare(nothing, intact)).reason, "only_in_assembly");
  EXPECT_EQ(only_difference(compare(intact, nothing)).reason, "only_in_reads");
  EXPECT_EQ(only_difference(compare(intact, broken)).reason, "said_differently");
  EXPECT_EQ(only_difference(compare(intact, broken)).assembly,
            "mcr-1.1 exact broken (internal_stop)");
}

TEST(ReadsBesideAssembly, TypesTargetsVanVerdictsRepliconsAndPredictionsAreCompared) {
  auto reads = with({}), assembly = with({});
  reads.mlst = {{.scheme = "klebsiella", .st = "11", .alleles = {{"gapA", "3"}}}};
  assembly.mlst = {{.scheme = "klebsiella", .st = "-", .alleles = {{"gapA", "~3"}}}};
  reads.targets = {{.gene = "mgrB", .state = "intact"}};
  assembly.targets = {{.gene = "mgrB", .state = "interrupted", .detail = "insertion:768@35"}};
  reads.van_operons = {{.type = "vanA", .verdict = "FUNCTIONAL"}};
  assembly.van_operons = {{.type = "vanA", .verdict = "SILENT"}};
  assembly.replicons = {{.name = "IncFII"}};
  reads.phenotype = {{.agent = "colistin", .prediction = Prediction::wild_type}};
  assembly.phenotype = {{.agent = "colistin", .prediction = Prediction::non_wild_type}};
  std::vector<std::string> subjects;
  for (const auto& one : compare(reads, assembly).differences) subjects.push_back(one.subject);
  EXPECT_EQ(subjects, (std::vector<std::string>{"mlst", "phenotype", "replicon", "target", "van"}));
}

}  // namespace
}  // namespace kres::genome
