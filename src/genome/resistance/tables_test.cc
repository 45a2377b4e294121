// The curated tables of the engine, and the labels they give.
#include <algorithm>

#include <gtest/gtest.h>

#include "base/files.h"
#include "genome/reference/gene_families.h"
#include "genome/reference/read_settings.h"
#include "genome/reference/settings.h"
#include "genome/reference/target_flanks.h"
#include "genome/resistance/intrinsic.h"
#include "genome/resistance/target_tables.h"

namespace kres::genome {
namespace {

std::string data(const std::string& name) {
  return read_file(Path(KRES_SOURCE_DIR) / "data" / name).value();
}

Determinant gene_at(const std::string& allele, const std::string& contig,
                    std::uint64_t contig_length, const std::string& location,
                    std::vector<std::string> agents = {}) {
  Determinant determinant{
      .symbol = allele, .allele = allele, .agents = std::move(agents), .contig = contig};
  determinant.context = {.location = location, .contig_length = contig_length};
  return determinant;
}

Species pneumoniae() {
  return {.name = "Klebsiella pneumoniae", .complex = "Klebsiella pneumoniae complex"};
}

class Intrinsic : public testing::Test {
 protected:
  const IntrinsicTable table_ = IntrinsicTable::parse(data("intrinsic.tsv"), "intrinsic.tsv",
                                                      data("oxa_families.tsv"), "oxa_families.tsv")
                                    .value();
};

TEST_F(Intrinsic, TheChromosomalShvIsIntrinsicAndASecondOneIsAcquired) {
  std::vector<Determinant> found = {
      gene_at("blaSHV-12", "plasmid", 100000, "unknown", {"ampicillin", "cefotaxime"}),
      gene_at("blaSHV-11", "chromosome", 5300000, "chromosome", {"ampicillin"})};
  label_intrinsic(found, pneumoniae(), table_);
  EXPECT_FALSE(found[0].intrinsic);
  EXPECT_TRUE(found[1].intrinsic);
}

TEST_F(Intrinsic, AnEsblAlleleIsNeverHiddenAsIntrinsic) {
  std::vector<Determinant> found = {
      gene_at("blaSHV-12", "c1", 50000, "unknown", {"ampicillin", "cefotaxime"})};
  label_intrinsic(found, pneumoniae(), table_);
  EXPECT_FALSE(found[0].intrinsic);
  found = {gene_at("blaSHV-2", "c1", 5000000, "chromosome", {"ampicillin", "cefotaxime"})};
  label_intrinsic(found, pneumoniae(), table_);
  EXPECT_FALSE(found[0].intrinsic);
}

TEST_F(Intrinsic, AGeneOfKlebsiellaIsAcquiredInEscherichia) {
  std::vector<Determinant> found = {gene_at("OqxA", "c1", 100000, "unknown"),
                                    gene_at("blaSHV-11", "c1", 100000, "unknown")};
  label_intrinsic(found, {.name = "Escherichia coli", .complex = "Escherichia coli / Shigella"},
                  table_);
  EXPECT_FALSE(found[0].intrinsic);
  EXPECT_FALSE(found[1].intrinsic);
}

TEST_F(Intrinsic, Oxa51LikeBelongsToBaumanniiWhateverItsNumberAndOxa23DoesNot) {
  const Species baumannii{.name = "Acinetobacter baumannii"};
  std::vector<Determinant> found = {gene_at("blaOXA-66", "c1", 3900000, "chromosome", {"imipenem"}),
                                    gene_at("blaOXA-23", "c1", 3900000, "chromosome", {"imipenem"}),
                                    gene_at("blaOXA-72", "p", 9000, "plasmid", {"imipenem"}),
                                    gene_at("blaOXA-58", "p", 9000, "plasmid", {"imipenem"})};
  label_intrinsic(found, baumannii, table_);
  EXPECT_TRUE(found[0].intrinsic);
  for (const std::size_t acquired : {1U, 2U, 3U}) EXPECT_FALSE(found[acquired].intrinsic);
}

TEST_F(Intrinsic, APlasmidFosAIsAcquiredInKlebsiella) {
  std::vector<Determinant> found = {gene_at("fosA3", "p", 90000, "unknown", {"fosfomycin"})};
  label_intrinsic(found, pneumoniae(), table_);
  EXPECT_FALSE(found[0].intrinsic);
}

TEST_F(Intrinsic, AFamilyThatTheTableOfFamiliesLacksIsRefused) {
  EXPECT_FALSE(
      IntrinsicTable::parse("scope\tgene\thome\tcopies\tkeep_agents\tsource\n"
                            "X y\t@OXA-9999\th\t1\t-\ts\n",
                            "i.tsv", data("oxa_families.tsv"), "o.tsv"));
}

// A slip of the hand would otherwise fill the memory with numbers.
TEST_F(Intrinsic, ARangeOfAllelesBeyondAnyFamilyIsRefusedWithItsLine) {
  const auto table =
      IntrinsicTable::parse("scope\tgene\thome\tcopies\tkeep_agents\tsource\n", "i.tsv",
                            "family\talleles\nOXA-51\t64-9223372036854775807\n", "o.tsv");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().line, 2u);
}

TEST(KnownChanges, ASubstitutionAndALoopInsertionAreRecognised) {
  const auto changes = parse_known_changes(data("mutations.tsv"), "mutations.tsv");
  ASSERT_TRUE(changes) << changes.error().text();
  const auto known = [&](const std::string& gene, const std::string& text) {
    for (const auto& change : *changes)
      if (change.gene == gene && change.matches(text)) return true;
    return false;
  };
  EXPECT_TRUE(known("gyrA", "S83I"));
  EXPECT_FALSE(known("gyrA", "S83W"));
  EXPECT_FALSE(known("parC", "S83I"));
  EXPECT_TRUE(known("ompK36", "D135_T136insGD"));
  EXPECT_TRUE(known("ompK36", "T136_Y137insDT"));  // TD after D135, described nearest to the end
  EXPECT_FALSE(known("ompK36", "D135_T136insGE"));
  EXPECT_FALSE(known("ompK36", "G234_D235insGD"));
}

TEST(KnownChanges, AMalformedChangeIsRefusedWithItsLine) {
  const auto changes = parse_known_changes(
      "gene\tchange\tagents\tsource\ngyrA\tS83\tx\ty\ngyrA\tins:9-2:GD\tx\ty\n", "m.tsv");
  ASSERT_FALSE(changes);
  EXPECT_EQ(changes.error().line, 3u);
}

TEST(KnownChanges, NumbersBeyondAnyProteinAreRefused) {
  for (const char* change : {"S4294967379I", "ins:9-4294967306:GD", "ins:9:GD", "ins:0-9:GD"})
    EXPECT_FALSE(parse_known_changes(
        std::string("gene\tchange\tagents\tsource\ngyrA\t") + change + "\tx\ty\n", "m.tsv"))
        << change;
}

TEST(Targets, TheTableIsRead) {
  const auto targets = parse_targets(data("targets.tsv"), "targets.tsv");
  ASSERT_TRUE(targets) << targets.error().text();
  EXPECT_EQ(targets->size(), 6u);
}

TEST(TargetFlanks, TheTableIsReadAndEveryDownstreamFlankHasAnUpstreamOne) {
  const auto flanks = parse_target_flanks(data("target_flanks.tsv"), "target_flanks.tsv");
  ASSERT_TRUE(flanks) << flanks.error().text();
  EXPECT_EQ(flanks->size(), 8u);
  for (const auto& flank : *flanks) {
    EXPECT_EQ(flank.bases.size(), 200u) << flank.id();
    EXPECT_TRUE(std::any_of(flanks->begin(), flanks->end(), [&](const TargetFlank& other) {
      return other.upstream && other.gene == flank.gene;
    })) << flank.id();
  }
}

TEST(TargetFlanks, AMalformedRowIsRefusedWithItsLine) {
  const std::string header = "scope\tgene\tside\tdistance\tsource\tbases\n";
  const std::string bases(120, 'A');
  const std::string good = "Klebsiella *\tmgrB\tupstream\t0\tx\t" + bases + "\n";
  ASSERT_TRUE(parse_target_flanks(header + good, "f.tsv"));
  for (const auto& bad :
       {good, "K\tmgrB\tleft\t0\tx\t" + bases + "\n", "K\tmgrB\tdownstream\t-1\tx\t" + bases + "\n",
        std::string("K\tmgrB\tdownstream\t0\tx\tACGT\n"),
        "K\tmgrB\tdownstream\t0\tx\tN" + bases + "\n"}) {
    const auto flanks = parse_target_flanks(header + good + bad, "f.tsv");
    ASSERT_FALSE(flanks) << bad;
    EXPECT_EQ(flanks.error().line, 3u) << bad;
  }
}

// Carbapenemases of the OXA-48 family whose phenotype ResFinder calls unknown, and variants that
// are none (Boyd 2022).
TEST(GeneFamilies, Oxa244IsACarbapenemaseAndOxa163IsNot) {
  const auto families = GeneFamilies::parse(data("gene_families.tsv"), "gene_families.tsv");
  ASSERT_TRUE(families) << families.error().text();
  for (const char* gene : {"blaOXA-48", "blaOXA-181", "blaOXA-232", "blaOXA-244", "blaKPC-3",
                           "blaNDM-1", "blaGES-5"}) {
    ASSERT_NE(families->find(gene), nullptr) << gene;
    EXPECT_EQ(families->find(gene)->critical, "carbapenemase") << gene;
  }
  EXPECT_EQ(families->find("blaOXA-163")->critical, "");
  EXPECT_EQ(families->find("blaGES-1"), nullptr);
  EXPECT_EQ(families->find("mcr-1.1")->critical, "mcr");
  EXPECT_EQ(families->find("rmtB")->critical, "16s_methylase");
}

// Names as ResFinder and NCBI write them; a longer name is another gene.
TEST(GeneFamilies, TransferableLinezolidResistanceIsCritical) {
  const auto families = GeneFamilies::parse(data("gene_families.tsv"), "gene_families.tsv");
  ASSERT_TRUE(families) << families.error().text();
  for (const char* gene : {"optrA", "poxtA", "cfr", "cfr(B)", "Cfr(D)", "Cfr(E)"}) {
    ASSERT_NE(families->find(gene), nullptr) << gene;
    EXPECT_EQ(families->find(gene)->critical, "oxazolidinone") << gene;
  }
  EXPECT_EQ(families->find("cfrA"), nullptr);
}

TEST(GeneFamilies, TheGeneOfAnAlleleIsItsFamily) {
  EXPECT_EQ(gene_of("blaKPC-2"), "blaKPC");
  EXPECT_EQ(gene_of("blaCTX-M-15"), "blaCTX-M");
  EXPECT_EQ(gene_of("mcr-1.1"), "mcr-1");
  EXPECT_EQ(gene_of("aac(6')-Ib-cr"), "aac(6')-Ib-cr");
}

TEST(EngineSettings, EveryKeyMustBeThere) {
  EXPECT_TRUE(Settings::parse(data("settings/assembly_v1.tsv"), "assembly_v1"));
  const auto missing = Settings::parse("key\tvalue\tmeaning\ncontig_end\t3\tx\n", "s.tsv");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().file, "s.tsv");
}

TEST(EngineSettings, OfReadsHaveTheirOwnTable) {
  const auto settings = ReadSettings::parse(data("settings/reads_v1.tsv"), "reads_v1");
  ASSERT_TRUE(settings) << settings.error().text();
  EXPECT_EQ(settings->ribosomal_reads, 60);
  EXPECT_FALSE(ReadSettings::parse(data("settings/assembly_v1.tsv"), "assembly_v1"));
}

TEST(UnclassifiedChange, IsOneThatTouchesAKnownCodonAndIsNotClassified) {
  const std::vector<int> codons{83, 87};
  EXPECT_EQ(unclassified_change({"A51V", "S83W"}, {}, codons), "S83W");
  EXPECT_EQ(unclassified_change({"S83del"}, {}, codons), "S83del");
  EXPECT_EQ(unclassified_change({"D82_S83insI"}, {}, codons), "D82_S83insI");
  EXPECT_EQ(unclassified_change({"Y86_A90del"}, {}, codons), "Y86_A90del");
  EXPECT_EQ(unclassified_change({"S83I"}, {"S83I"}, codons), "");
  EXPECT_EQ(unclassified_change({"S83I", "D87W"}, {"S83I"}, codons), "D87W");
  EXPECT_EQ(unclassified_change({"A51V", "Y86del", "I830L"}, {}, codons), "");
}

}  // namespace
}  // namespace kres::genome
