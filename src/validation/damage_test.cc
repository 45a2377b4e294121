// Damaged genes: what is done to their bases, and how their contigs can be arranged.
#include "validation/damage.h"

#include <set>

#include <gtest/gtest.h>

#include "sequence/nucleotides.h"
#include "validation/damage_panel.h"

namespace kres::validation {
namespace {

// A gene of 102 codons: start, 100 codons, stop; its relative differs in the second half.
PanelGene gene() {
  PanelGene gene{.family = "X", .entry = "x", .pattern = "x*", .critical = "mcr"};
  gene.sequence = "ATG";
  for (int i = 0; i < 100; ++i) gene.sequence += i % 2 == 0 ? "GCT" : "AAA";
  gene.sequence += "TAA";
  gene.genes = {{0, gene.sequence.size()}};
  return gene;
}

std::vector<std::string> contigs_of(const PanelGene& gene, std::string_view edit) {
  SeededRandom random(7);
  const auto damaged = damage(gene, edit, random);
  EXPECT_TRUE(damaged) << damaged.error().text();
  return damaged->contigs;
}

TEST(Damage, ASplitLosesNothing) {
  const auto contigs = contigs_of(gene(), "split 62 0");
  ASSERT_EQ(contigs.size(), 2U);
  EXPECT_NE((contigs[0] + contigs[1]).find(gene().sequence), std::string::npos);
  EXPECT_EQ(contigs[0].find(gene().sequence), std::string::npos);
}

TEST(Damage, AnOverlapStandsOnBothContigs) {
  const auto contigs = contigs_of(gene(), "split 50 30");
  ASSERT_EQ(contigs.size(), 2U);
  EXPECT_EQ(contigs[0].substr(contigs[0].size() - 30), contigs[1].substr(0, 30));
}

TEST(Damage, AGeneAcrossTheOriginIsWholeOnTheTurnedCircle) {
  const auto contigs = contigs_of(gene(), "origin 40");
  ASSERT_EQ(contigs.size(), 1U);
  EXPECT_EQ(contigs[0].find(gene().sequence), std::string::npos);
  EXPECT_NE((contigs[0] + contigs[0]).find(gene().sequence), std::string::npos);
}

TEST(Damage, ASilentChangeKeepsTheProteinAndASubstitutionDoesNot) {
  const std::string protein = sequence::translate(gene().sequence);
  const auto silent = contigs_of(gene(), "synonymous 40")[0].substr(3000, gene().sequence.size());
  EXPECT_NE(silent, gene().sequence);
  EXPECT_EQ(sequence::translate(silent), protein);
  const auto other = contigs_of(gene(), "substitute 40")[0].substr(3000, gene().sequence.size());
  const std::string changed = sequence::translate(other);
  EXPECT_NE(changed, protein);
  EXPECT_EQ(changed.find('*'), protein.find('*'));
}

TEST(Damage, DivergedBasesAreAsManyAsSaidAndOpenNoStop) {
  const auto bases = contigs_of(gene(), "diverge 8")[0].substr(3000, gene().sequence.size());
  std::size_t changed = 0;
  for (std::size_t i = 0; i < bases.size(); ++i) changed += bases[i] != gene().sequence[i];
  EXPECT_EQ(changed, gene().sequence.size() * 8 / 100);
  EXPECT_EQ(sequence::translate(bases).find('*'), bases.size() / 3 - 1);
}

TEST(Damage, AMosaicNeedsARelative) { EXPECT_TRUE(contigs_of(gene(), "mosaic 50").empty()); }

TEST(Damage, AStartIsNotLostWhereAnAlleleBeginsAtTheNextCodon) {
  auto with_shorter = gene();
  EXPECT_FALSE(contigs_of(with_shorter, "start-lost").empty());
  with_shorter.relatives = {with_shorter.sequence.substr(3)};
  EXPECT_TRUE(contigs_of(with_shorter, "start-lost").empty());
}

TEST(Damage, UnknownWordsAreRefused) {
  SeededRandom random(1);
  EXPECT_FALSE(damage(gene(), "melt 3", random));
  EXPECT_FALSE(damage(gene(), "stop", random));
  EXPECT_FALSE(damage(gene(), "stop x", random));
}

TEST(Arrangements, AreAllOrdersAndStrandsOnce) {
  EXPECT_EQ(arrangements(1), 2U);
  EXPECT_EQ(arrangements(2), 8U);
  EXPECT_EQ(arrangements(3), 48U);
  const DamagedContigs two{{"AACC", "AAAG"}, false};
  std::set<std::string> seen;
  for (std::size_t i = 0; i < arrangements(2); ++i) {
    const auto contigs = arranged(two, i);
    seen.insert(contigs[0].bases + "|" + contigs[1].bases);
  }
  EXPECT_EQ(seen.size(), 8U);
  EXPECT_TRUE(seen.count("AACC|AAAG"));
  EXPECT_TRUE(seen.count("CTTT|GGTT"));
}

}  // namespace
}  // namespace kres::validation
