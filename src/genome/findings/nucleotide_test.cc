// Single bases of an entry, and the tables that speak about them.
#include <gtest/gtest.h>

#include "base/files.h"
#include "genome/findings/nucleotide_targets.h"

namespace kres::genome {
namespace {

AlignedPlacement aligned(std::string_view columns, bool reverse = false) {
  AlignedPlacement whole{.reverse = reverse};
  for (const char c : columns) {
    whole.columns.push_back(c == '+'   ? Column::insertion
                            : c == '-' ? Column::deletion
                                       : Column::match);
    whole.entry_end += c != '+';
    whole.contig_end += c != '-';
  }
  whole.entry_length = whole.entry_end;
  return whole;
}

TEST(BasesAt, ReadsSubstitutionsInsertionsAndDeletions) {
  EXPECT_EQ(bases_at(aligned("====="), "ACGTA", 2, 1), "G");
  EXPECT_EQ(bases_at(aligned("===++=="), "ACGTTAC", 2, 1), "GTT");  // inserted after it
  EXPECT_EQ(bases_at(aligned("==-=="), "ACTA", 2, 1), "");
  EXPECT_EQ(bases_at(aligned("=====", true), "TACGT", 2, 1), "G");
}

TEST(BasesAt, SaysNothingBeyondTheCoveredBases) {
  auto part = aligned("=====");
  part.entry_length = 20;
  EXPECT_EQ(bases_at(part, "ACGTA", 7, 1), std::nullopt);
}

constexpr const char* kHead =
    "scope\treference\tgene\tsymbol\tposition\twild_type\tmutant\tclass\tsubclass\tagents\n";

TEST(NucleotideMutations, AreReadWithTheirChange) {
  const auto table = parse_nucleotide_mutations(
      std::string(kHead) +
          "E\tr\t23S\t23S_G2576T\t2576\tG\tT\tOXAZOLIDINONE\tLINEZOLID\tlinezolid\n"
          "N\tq\tmtrR\tmtrR_A-53del\t198\tA\tdel\tMACROLIDE\tX\t\n",
      "t.tsv");
  ASSERT_TRUE(table) << table.error().text();
  EXPECT_EQ(table->at(0).change, "G2576T");
  EXPECT_EQ(table->at(0).position, 2575U);
  EXPECT_EQ(table->at(1).mutant, "");
  EXPECT_FALSE(
      parse_nucleotide_mutations(std::string(kHead) + "E\tr\tg\ts\t0\tG\tT\tx\tx\t\n", "t"));
  EXPECT_FALSE(parse_nucleotide_mutations(
      std::string(kHead) + "E\tr\tg\ts\t4294967297\tG\tT\tx\tx\t\n", "t"));  // 1 in 32 bits
}

TEST(NucleotideMutations, APositionTableReplacesTheOtherOneForItsOrganisms) {
  const auto ncbi = parse_nucleotide_mutations(
      std::string(kHead) + "S\tr\t23S\t23S_G2577T\t2577\tG\tT\tX\tX\tlinezolid\n" +
          "S\tp\tpbp4\tpbp4_T-266A\t36\tT\tA\tX\tX\t\nF\tq\t23S\t23S_G2576T\t2576\tG\tT\tX\tX\t\n",
      "t.tsv");
  const auto positions = parse_ribosomal_positions(
      "scope\treference\tposition\tecoli_position\twild_type\tmutants\tagents\tevidence\n"
      "S\ts\t2603\t2576\tG\tAT\tlinezolid\testablished\n"
      "S\ts\t2088\t2061\tG\tT\tlinezolid\texperimental\n",
      "p.tsv");
  ASSERT_TRUE(ncbi && positions);
  const auto all = joined(*ncbi, *positions);
  std::vector<std::string> changes;
  for (const auto& mutation : all) changes.push_back(mutation.scope + mutation.change);
  EXPECT_EQ(changes,
            (std::vector<std::string>{"ST-266A", "FG2576T", "SG2576A", "SG2576T", "SG2061T"}));
  EXPECT_TRUE(all[2].resists);
  EXPECT_FALSE(all[4].resists);
  EXPECT_EQ(all[3].ecoli_position, 2576U);
}

TEST(RibosomalCopies, AreKnownForTheEnterococciAndNotForAnUnknownSpecies) {
  const auto table = RibosomalCopyTable::parse(
      read_file(Path(KRES_SOURCE_DIR) / "data" / "rrna_copies.tsv").value(), "rrna_copies.tsv");
  ASSERT_TRUE(table) << table.error().text();
  EXPECT_EQ(table->of("Enterococcus faecium").fewest, 6U);  // genomics.md, "23S rRNA"
  EXPECT_EQ(table->of("Enterococcus faecalis").fewest, 4U);
  EXPECT_EQ(table->of("Enterococcus hirae").fewest, 0U);
}

}  // namespace
}  // namespace kres::genome
