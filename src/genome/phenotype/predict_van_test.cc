// Vancomycin and teicoplanin follow the verdict on the van cluster, not the presence of its genes.
#include <gtest/gtest.h>

#include "base/files.h"
#include "genome/phenotype/predict.h"

namespace kres::genome {
namespace {

std::string data_text(const std::string& path) {
  return read_file(Path(KRES_SOURCE_DIR) / "data" / path).value();
}

// An E. faecium with one cluster, whose genes the reference names one determinant.
GenomeResult faecium(const std::string& type, const std::string& verdict,
                     const std::string& ligase = "intact", std::vector<std::string> reasons = {}) {
  GenomeResult result;
  result.species = {.name = "Enterococcus faecium", .rank = "species"};
  result.quality.verdict = Verdict::pass;
  Determinant cluster{.symbol = "VanHAX",
                      .agents = {"teicoplanin", "vancomycin"},
                      .source = "resfinder:VanHAX",
                      .contig = "p",
                      .start = 100,
                      .end = 2706,
                      .allele_status = AlleleStatus::exact,
                      .function = FunctionState::intact};
  result.determinants = {cluster};
  VanOperon operon{.type = type, .verdict = verdict, .contig = "p", .reasons = std::move(reasons)};
  operon.genes = {{.gene = type,
                   .role = "ligase",
                   .state = ligase,
                   .source = "resfinder:VanHAX",
                   .contig = "p",
                   .start = 1000,
                   .end = 2000}};
  result.van_operons = {operon};
  return result;
}

std::string predicted(const GenomeResult& result, const std::string& agent) {
  const auto rules = RuleTable::parse(data_text("rules/phenotype.tsv"),
                                      data_text("rules/gene_classes.tsv"), "phenotype.tsv");
  const auto organisms = OrganismTable::parse(data_text("organisms.tsv"), "organisms.tsv");
  for (const auto& phenotype : predict_phenotype(result, rules.value(), organisms.value()))
    if (phenotype.agent == agent)
      return phenotype.prediction == Prediction::non_wild_type ? "NWT"
             : phenotype.prediction == Prediction::wild_type   ? "WT"
             : phenotype.prediction == Prediction::uncertain   ? "uncertain"
                                                               : "no_rule";
  return "-";
}

TEST(VanPrediction, AFunctionalVanAClusterResistsBothGlycopeptides) {
  const auto result = faecium("vanA", "FUNCTIONAL");
  EXPECT_EQ(predicted(result, "vancomycin"), "NWT");
  EXPECT_EQ(predicted(result, "teicoplanin"), "NWT");
}

TEST(VanPrediction, ASilentClusterIsUncertainWhateverItsGenesSay) {
  const auto result = faecium("vanA", "SILENT", "intact", {"missing:sensor"});
  EXPECT_EQ(predicted(result, "vancomycin"), "uncertain");
  EXPECT_EQ(predicted(result, "teicoplanin"), "uncertain");
}

TEST(VanPrediction, ABrokenLigaseGivesNoResistance) {
  const auto result = faecium("vanA", "INCOMPLETE", "broken", {"broken:vanA:internal_stop:9/343"});
  EXPECT_EQ(predicted(result, "vancomycin"), "WT");
}

TEST(VanPrediction, AnIntactLigaseWithoutItsSetIsNeverCalledWildType) {
  const auto result = faecium("vanA", "INCOMPLETE", "intact", {"missing:dipeptidase"});
  EXPECT_EQ(predicted(result, "vancomycin"), "uncertain");
}

TEST(VanPrediction, ResistanceIsNotLostWhereTheReferenceHoldsNoRegulators) {
  const auto result = faecium("vanA", "NOT_ASSESSABLE", "intact",
                              {"not_in_reference:regulator", "not_in_reference:sensor"});
  EXPECT_EQ(predicted(result, "vancomycin"), "NWT");
}

TEST(VanPrediction, AClusterCutByAContigEndIsUncertain) {
  const auto result = faecium("vanA", "NOT_ASSESSABLE", "intact", {"contig_end:dipeptidase"});
  EXPECT_EQ(predicted(result, "vancomycin"), "uncertain");
}

TEST(VanPrediction, VanBSaysNothingOfTeicoplanin) {
  auto result = faecium("vanB", "FUNCTIONAL");
  result.determinants[0].agents = {"vancomycin"};
  EXPECT_EQ(predicted(result, "vancomycin"), "NWT");
  EXPECT_EQ(predicted(result, "teicoplanin"), "WT");
}

TEST(VanPrediction, IntrinsicVanCIsTheWildType) {
  auto result = faecium("vanC", "NOT_ASSESSABLE", "intact", {"not_in_reference:regulator"});
  result.species.name = "Enterococcus gallinarum";
  result.van_operons[0].intrinsic = result.determinants[0].intrinsic = true;
  EXPECT_EQ(predicted(result, "vancomycin"), "WT");
}

// A vanA in an organism that no rule speaks about is resistance all the same.
TEST(VanPrediction, WhereNoRuleSpeaksTheReferencesPhenotypeDoes) {
  auto result = faecium("vanA", "FUNCTIONAL");
  result.species.name = "Bacillus circulans";
  EXPECT_EQ(predicted(result, "vancomycin"), "NWT");
}

}  // namespace
}  // namespace kres::genome
