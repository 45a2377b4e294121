// Bases of an entry are found on the contig, whatever the strand, gaps and interruptions.
#include "genome/pileup/entry_map.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

// An entry of ten bases: one base of the contig too many behind the third, and the seventh missing.
AlignedPlacement with_gaps(bool reverse) {
  AlignedPlacement aligned{.reverse = reverse,
                           .contig = 4,
                           .contig_start = 100,
                           .contig_end = 110,
                           .entry_length = 10,
                           .entry_start = 0,
                           .entry_end = 10};
  aligned.columns.assign(3, Column::match);
  aligned.columns.push_back(Column::insertion);
  aligned.columns.insert(aligned.columns.end(), 3, Column::match);
  aligned.columns.push_back(Column::deletion);
  aligned.columns.insert(aligned.columns.end(), 3, Column::match);
  return aligned;
}

TEST(EntryMap, FollowsGaps) {
  EXPECT_EQ(positions_of_entry(with_gaps(false)),
            (std::vector<std::uint32_t>{100, 101, 102, 104, 105, 106, kNotThere, 107, 108, 109}));
  EXPECT_EQ(positions_of_entry(with_gaps(true)),
            (std::vector<std::uint32_t>{109, 108, 107, 105, 104, 103, kNotThere, 102, 101, 100}));
}

TEST(EntryMap, JumpsOverAnInsertionSequence) {
  AlignedPlacement aligned{
      .contig_start = 10, .contig_end = 816, .entry_length = 6, .entry_end = 6};
  aligned.columns.assign(6, Column::match);
  aligned.interruptions = {{2, 800}};
  EXPECT_EQ(positions_of_entry(aligned), (std::vector<std::uint32_t>{10, 11, 812, 813, 814, 815}));
}

TEST(EntryMap, ACodonStandsWholeOrNotAtAll) {
  for (const bool reverse : {false, true}) {
    const auto aligned = with_gaps(reverse);
    const auto positions = positions_of_entry(aligned);
    EXPECT_EQ(codon_of(aligned, positions, 0)->position, reverse ? 107u : 100u);
    EXPECT_EQ(codon_of(aligned, positions, 1)->position, reverse ? 103u : 104u);
    EXPECT_EQ(codon_of(aligned, positions, 0)->reverse, reverse);
    EXPECT_FALSE(codon_of(aligned, positions, 2));
    EXPECT_FALSE(codon_of(aligned, positions, 3));
  }
}

// M-KST on the contig, MAK-T in the protein: positions 0-based.
TranslatedAlignment translated(bool reverse) {
  return {.reverse = reverse,
          .contig = 2,
          .contig_start = 50,
          .contig_end = 62,
          .protein_length = 4,
          .protein_start = 0,
          .protein_end = 4,
          .reference = "MAK-T",
          .observed = "M-KST"};
}

TEST(EntryMap, CodonsOfATranslatedAlignmentFollowItsGaps) {
  EXPECT_EQ(codon_of(translated(false), 0)->position, 50u);
  EXPECT_FALSE(codon_of(translated(false), 1));
  EXPECT_EQ(codon_of(translated(false), 2)->position, 53u);
  EXPECT_EQ(codon_of(translated(false), 3)->position, 59u);
  EXPECT_EQ(codon_of(translated(true), 0)->position, 59u);
  EXPECT_EQ(codon_of(translated(true), 3)->position, 50u);
  EXPECT_FALSE(codon_of(translated(false), 4));
}

TEST(EntryMap, BehindALostFrameNoCodonIsRead) {
  auto aligned = translated(false);
  aligned.lost_frames = {{2, 1}};
  EXPECT_TRUE(codon_of(aligned, 0));
  EXPECT_FALSE(codon_of(aligned, 2));
}

TEST(EntryMap, TheOtherStrandSeesComplements) {
  SiteCount site;
  site.bases[0] = {7, 2};
  site.depth = 9;
  const auto other = turned(site);
  EXPECT_EQ(other.bases[3].forward, 2u);
  EXPECT_EQ(other.bases[3].reverse, 7u);
  EXPECT_EQ(other.depth, 9u);
}

}  // namespace
}  // namespace kres::genome
