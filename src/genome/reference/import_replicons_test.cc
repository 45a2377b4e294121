// PlasmidFinder and 23S references: small texts, and the real releases against plain counting.
#include <gtest/gtest.h>

#include <set>

#include "genome/reference/import_plasmidfinder.h"
#include "genome/reference/import_rrna23s.h"
#include "genome/reference/releases_for_test.h"

namespace kres::genome {
namespace {

std::uint64_t total(const ImportLog& log, const std::string& source, const std::string& what) {
  const auto totals = log.totals(source);
  return totals.count(what) > 0 ? totals.at(what) : 0;
}

TEST(Replicons, TheNameStandsBeforeTheNumberOfTheVariant) {
  EXPECT_EQ(replicon_name("IncFIA(HI1)_1_HI1_AF250878"), "IncFIA(HI1)");
  EXPECT_EQ(replicon_name("rep21_17_rep(pLNU8)"), "rep21");
  EXPECT_EQ(replicon_name("rep22_1a_repB(pUB110)"), "rep22");
  EXPECT_EQ(replicon_name("repA(dmsm701b_NDM1)_1"), "repA(dmsm701b_NDM1)");
  EXPECT_EQ(replicon_name("repUS28_repE(pQY182)"), "repUS28");
  EXPECT_EQ(replicon_name("repB_KLEB_VIR"), "repB_KLEB_VIR");
  EXPECT_EQ(replicon_name("ColpEC648"), "ColpEC648");
}

TEST(Replicons, AnEqualSequenceIsAnAliasAndARepeatedNameAnError) {
  ImportLog log;
  const auto replicons = parse_plasmidfinder(">A_1\nACGT\n>A_2\nacgt\n>B_1\nGG\n", "f", log);
  ASSERT_TRUE(replicons) << replicons.error().text();
  ASSERT_EQ(replicons->size(), 2u);
  EXPECT_EQ(replicons->front().aliases, std::vector<std::string>{"plasmidfinder:A_2"});
  EXPECT_EQ(replicons->front().kind, EntryKind::replicon);
  const auto repeated = parse_plasmidfinder(">A_1\nACGT\n>A_1\nGG\n", "f", log);
  ASSERT_FALSE(repeated);
  EXPECT_EQ(repeated.error().line, 3u);
}

TEST(Replicons, DamagedFilesAreRefused) {
  for (const char* text : {"", "\x1f\x8b", ">A_1\n", ">\nACGT\n", ">A_1\nACGT\n>B_1", "ACGT\n"}) {
    ImportLog log;
    const auto replicons = parse_plasmidfinder(text, "f", log);
    ASSERT_FALSE(replicons) << text;
    EXPECT_EQ(replicons.error().code, ErrorCode::bad_input);
  }
}

TEST(Replicons, TheReleaseIsImportedWithoutLoss) {
  const auto file = shared_release("plasmidfinder/PF-Replicons_20260430.fasta");
  if (!file) GTEST_SKIP() << "shared/reference/plasmidfinder is absent";
  ImportLog log;
  const auto release = import_plasmidfinder(*file, log);
  ASSERT_TRUE(release) << release.error().text();
  EXPECT_EQ(release->version, "2026-04-30");
  const auto records =
      count_lines(*file, [](const std::string& line) { return line.starts_with('>'); });
  EXPECT_EQ(total(log, "plasmidfinder", "records"), records);
  EXPECT_EQ(release->replicons.size() + total(log, "plasmidfinder", "duplicate_sequence"), records);
  std::set<std::string> names;
  for (const auto& replicon : release->replicons) names.insert(replicon.name);
  for (const char* known : {"IncFII", "IncFIB(K)", "IncX3", "IncHI2", "rep2", "ColRNAI"})
    EXPECT_EQ(names.count(known), 1u) << known;
}

constexpr const char* kMap =
    "ecoli_position\tspecies_position\tspecies_base\tecoli_base\n1\t1\tA\tA\n2\t.\t-"
    "\tC\n3\t3\tG\tG\n";
constexpr const char* kBedHead =
    "#chrom\tstart\tend\tname\tref_base\tresistance_bases\tdrug\tevidence_tier\n";

TEST(Rrna, PositionsAreCountedInTheNumberingOfEscherichia) {
  const auto numbering = parse_rrna_map(kMap, "m", "ATG");
  ASSERT_TRUE(numbering) << numbering.error().text();
  EXPECT_EQ(*numbering, (RrnaNumbering{1, 0, 3}));
  ImportLog log;
  const auto positions = parse_rrna_positions(
      std::string(kBedHead) +
          "S\t2\t3\t23S_E3_G_to_T/U\tG\tT,U\tlinezolid,tedizolid\testablished\n",
      "b", "ATG", *numbering, log);
  ASSERT_TRUE(positions) << positions.error().text();
  EXPECT_EQ(positions->front().position, 3u);
  EXPECT_EQ(positions->front().ecoli_position, 3u);
  EXPECT_EQ(positions->front().mutants, "T");  // U is T
  EXPECT_EQ(positions->front().agents, (std::vector<std::string>{"linezolid", "tedizolid"}));
}

TEST(Rrna, ABaseThatTheSpeciesItselfHasIsNoResistance) {
  ImportLog log;
  const auto positions = parse_rrna_positions(
      std::string(kBedHead) + "S\t2\t3\t23S_E3_T_to_G/C\tG\tG,C\tlinezolid\texperimental\n", "b",
      "ATG", {1, 0, 3}, log);
  ASSERT_TRUE(positions) << positions.error().text();
  EXPECT_EQ(positions->front().mutants, "C");
  EXPECT_EQ(total(log, "rrna23s", "wild_type_among_resistance_bases"), 1u);
}

TEST(Rrna, TablesThatDoNotFitTheSequenceAreRefused) {
  EXPECT_FALSE(parse_rrna_map(kMap, "m", "ATC"));  // another base at 3
  EXPECT_FALSE(parse_rrna_map(kMap, "m", "AT"));   // position outside
  ImportLog log;
  for (const char* row :
       {"S\t2\t3\t23S_E2_G_to_T\tG\tT\tlinezolid\testablished\n",   // another number
        "S\t2\t3\t23S_E3_A_to_T\tA\tT\tlinezolid\testablished\n",   // another base
        "S\t1\t3\t23S_E3_G_to_T\tG\tT\tlinezolid\testablished\n",   // two bases long
        "S\t2\t9\t23S_E3_G_to_T\tG\tT\tlinezolid\testablished\n",   // outside
        "S\t2\t3\t23S_E3_G_to_T\tG\tX\tlinezolid\testablished\n"})  // no base
    EXPECT_FALSE(parse_rrna_positions(std::string(kBedHead) + row, "b", "ATG", {1, 0, 3}, log))
        << row;
  EXPECT_FALSE(parse_rrna_loci("{\"version\": \"3\"", "l"));
  EXPECT_FALSE(parse_rrna_loci("{\"version\": \"3\"}", "l"));
}

// G2576 of E. coli numbering and the copies of the gene: Marshall 2002 (Antimicrob Agents Chemother
// 46:3334), Klappenbach 2001 (doi 10.1093/nar/29.1.181).
TEST(Rrna, TheReleaseHoldsG2576AndTheCopiesOfEachSpecies) {
  const auto folder = shared_release("rrna23s");
  if (!folder) GTEST_SKIP() << "shared/reference/rrna23s is absent";
  ImportLog log;
  const auto release = import_rrna23s(*folder, log);
  ASSERT_TRUE(release) << release.error().text();
  EXPECT_EQ(release->references.size(), 4u);
  std::size_t rows = 0;
  for (const auto& item : std::filesystem::directory_iterator(*folder))
    if (item.path().extension() == ".bed")
      rows +=
          count_lines(item.path(), [](const std::string& line) { return !line.starts_with('#'); });
  EXPECT_EQ(total(log, "rrna23s", "records"), rows);
  const auto& positions = release->tables.at("rrna23s/positions.tsv");
  EXPECT_NE(
      positions.find("Enterococcus_faecium\trrna23s:Enterococcus_faecium_23S\t2590\t2576\tG\tT"),
      std::string::npos);
  const auto& copies = release->tables.at("rrna23s/copies.tsv");
  EXPECT_NE(copies.find("Enterococcus_faecium_23S\t6\n"), std::string::npos);
  EXPECT_NE(copies.find("Enterococcus_faecalis_23S\t4\n"), std::string::npos);
}

}  // namespace
}  // namespace kres::genome
