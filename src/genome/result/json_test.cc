// The JSON form of a genome result.
#include "genome/result/json.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

GenomeResult example() {
  GenomeResult result;
  result.input = {{"a.fna", "00"}};
  result.species.second = SpeciesHit{"Klebsiella variicola", 93.5, "GCF"};
  result.mlst = {{.scheme = "klebsiella", .st = "11", .alleles = {{"gapA", "3"}, {"infB", "~4"}}}};
  Determinant kpc{.symbol = "blaKPC-2", .identity = 100, .allele_status = AlleleStatus::exact};
  kpc.changes = {{"S83I"}};
  kpc.pieces = {{.contig = "c1", .start = 5, .end = 9, .strand = '-'}};
  result.determinants = {kpc};
  result.phenotype = {{"meropenem", Prediction::non_wild_type, {"rule-1"}, {"blaKPC-2"}}};
  return result;
}

TEST(ResultJson, ReadingBackGivesTheSameBytes) {
  const std::string text = to_json(example());
  const auto again = result_from_json(text, "x.json");
  ASSERT_TRUE(again) << again.error().text();
  EXPECT_EQ(to_json(*again), text);
  EXPECT_EQ(again->determinants.at(0).pieces.at(0).strand, '-');
  EXPECT_EQ(again->mlst.at(0).alleles.at(1).call, "~4");
}

TEST(ResultJson, AnotherSchemaVersionIsRefusedByName) {
  const auto wrong = result_from_json(R"({"schema_version": 99})", "x.json");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().file, "x.json");
}

TEST(ResultJson, AMissingFieldIsNamed) {
  const auto wrong = result_from_json(R"({"schema_version": 1, "input": []})", "x.json");
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().message.find("'software'"), std::string::npos);
}

}  // namespace
}  // namespace kres::genome
