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
  kpc.context.neighbours = {{"replicon", "IncFII", 4200, "upstream"}};
  result.determinants = {kpc};
  result.van_operons = {{.type = "vanA", .verdict = "SILENT", .genes = {{.gene = "vanS-A"}}}};
  result.replicons = {{.name = "IncFII", .contig = "c1", .start = 1, .end = 260}};
  result.ribosomal = {
      {.gene = "23S", .copies_found = 6, .positions = {{"23S G2576T", 2576, "G", "T", 2, {}}}}};
  result.insertions = {{.gene = "mgrB", .place = "inside", .start = 10, .end = 900}};
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

// Stored analyses are read back for years: a field that came later may be missing.
TEST(ResultJson, OnlyReadsThatWereAssembledHaveAComparison) {
  auto result = example();
  EXPECT_EQ(to_json(result).find("assembly_comparison"), std::string::npos);
  result.assembly_comparison =
      AssemblyComparison{.assembler = "SKESA 2.4.0",
                         .quality = {},
                         .agreeing = 40,
                         .differences = {{"determinant", "blaSHV gene", "blaSHV-12 exact intact",
                                          "", "only_in_reads"}}};
  const std::string text = to_json(result);
  const auto again = result_from_json(text, "x.json");
  ASSERT_TRUE(again) << again.error().text();
  EXPECT_EQ(to_json(*again), text);
  ASSERT_TRUE(again->assembly_comparison);
  EXPECT_EQ(again->assembly_comparison->differences.at(0).reads, "blaSHV-12 exact intact");
}

TEST(ResultJson, OnlyReadsHaveAReadQuality) {
  auto result = example();
  EXPECT_EQ(to_json(result).find(R"("q30_percent")"), std::string::npos);
  ReadQuality reads{.all = {.reads = 2, .bases = 300, .q30_percent = 91.5}};
  reads.files = {{"a_1.fq.gz", "1", {.reads = 1, .adapter_percent = 0.5}}};
  reads.mates = {{"1", 1, {33.25, 32.0}}};
  reads.insert_median = 402;
  result.quality.reads = reads;
  const std::string text = to_json(result);
  EXPECT_NE(text.find(R"("quality_by_cycle":[33.25,32.0])"), std::string::npos);
  const auto again = result_from_json(text, "x.json");
  ASSERT_TRUE(again) << again.error().text();
  EXPECT_EQ(to_json(*again), text);
  ASSERT_TRUE(again->quality.reads);
  EXPECT_EQ(again->quality.reads->files.at(0).summary.adapter_percent, 0.5);
  EXPECT_EQ(again->quality.reads->insert_median, 402);
}

TEST(ResultJson, ADocumentFromBeforeALaterFieldIsStillRead) {
  const std::string text = to_json(GenomeResult{});
  const std::string field = R"("replicons":[],)";
  ASSERT_NE(text.find(field), std::string::npos);
  std::string before = text;
  before.erase(before.find(field), field.size());
  const auto read = result_from_json(before, "x.json");
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(to_json(*read), text);
}

TEST(ResultJson, ADocumentOfBeforeTheSchemesOfOtherSpeciesIsStillRead) {
  std::string text = to_json(example());
  for (const std::string_view later :
       {R"("title":"","for_species":true,)", R"(,"evidence":[])",
        R"("loci_twice":[],"foreign_contigs":[],"foreign_contigs_percent":0.0,)"}) {
    const auto at = text.find(later);
    ASSERT_NE(at, std::string::npos) << later;
    text.erase(at, later.size());
  }
  const auto old = result_from_json(text, "x.json");
  ASSERT_TRUE(old) << old.error().text();
  EXPECT_TRUE(old->mlst.at(0).for_species);
  EXPECT_EQ(to_json(*old), to_json(example()));
}

// Reads can say more than an assembly; the document of an assembly does not speak of it.
TEST(ResultJson, WhatOnlyReadsTellIsWrittenOnlyWhereItIsKnown) {
  const std::string without = to_json(example());
  for (const auto* key : {"fraction", "minor", "copies_low", "loci_assessed", "second_alleles",
                          "second_genome", "read_evidence", "miss_probability", "fractions"})
    EXPECT_EQ(without.find(std::string("\"") + key + "\""), std::string::npos) << key;

  GenomeResult result = example();
  const AlternativeReads some{.reads = 240, .forward = 20, .reverse = 22, .fraction = 0.175};
  result.determinants[0].copies_low = 1.5;
  result.determinants[0].minor = true;
  result.ribosomal[0].positions[0].alternative_reads = some;
  result.contamination.second_alleles = {{"gapA", some}};
  result.contamination.second_genome = SecondGenome{.sites = 5000, .depth = 74};
  result.contamination.minor_fraction = 0.05;
  result.negatives = {{.target = "mcr", .state = "not_covered", .miss_probability = 0.2}};
  result.fractions = {{.symbol = "gyrA S83I", .state = "seen", .alternative_reads = some}};
  result.read_evidence = ReadEvidence{.settings_name = "reads_v1", .single_copy_depth = 41.5};
  result.read_evidence->loci = {{.locus = "gapA", .depth = 40, .lowest = 31}};
  const std::string text = to_json(result);
  const auto again = result_from_json(text, "x.json");
  ASSERT_TRUE(again) << again.error().text();
  EXPECT_EQ(to_json(*again), text);
  EXPECT_TRUE(again->determinants.at(0).minor);
  EXPECT_EQ(again->ribosomal.at(0).positions.at(0).alternative_reads->reverse, 22u);
  EXPECT_EQ(again->contamination.second_alleles.at(0).locus, "gapA");
  EXPECT_EQ(again->contamination.second_genome->sites, 5000u);
  EXPECT_FALSE(again->contamination.second_genome->fraction);
  EXPECT_EQ(again->read_evidence->loci.at(0).lowest, 31u);
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
