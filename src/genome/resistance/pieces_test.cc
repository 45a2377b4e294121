// Where on a contig the parts of an interrupted gene stand.
#include "genome/resistance/pieces.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

// A gene of 30 bases at contig bases 101-2130, with 2,000 foreign bases after its tenth.
AlignedPlacement interrupted(bool reverse) {
  AlignedPlacement aligned;
  aligned.reverse = reverse;
  aligned.contig_start = 100;
  aligned.contig_end = 2130;
  aligned.entry_length = aligned.entry_end = 30;
  aligned.columns.assign(30, Column::match);
  aligned.interruptions = {{.entry_position = 10, .length = 2000}};
  return aligned;
}

TEST(Pieces, AWholeGeneIsOnePiece) {
  AlignedPlacement aligned = interrupted(false);
  aligned.interruptions.clear();
  aligned.contig_end = 130;
  const auto pieces = pieces_of(aligned, "c");
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].start, 101U);
  EXPECT_EQ(pieces[0].end, 130U);
}

TEST(Pieces, AnInsertionMakesTwoPiecesAroundIt) {
  const auto pieces = pieces_of(interrupted(false), "c");
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].start, 101U);
  EXPECT_EQ(pieces[0].end, 110U);
  EXPECT_EQ(pieces[0].reference_end, 10U);
  EXPECT_EQ(pieces[1].start, 2111U);
  EXPECT_EQ(pieces[1].end, 2130U);
  EXPECT_EQ(pieces[1].reference_start, 11U);
}

TEST(Pieces, OnTheReverseStrandTheFirstPieceStandsLast) {
  const auto pieces = pieces_of(interrupted(true), "c");
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].start, 2121U);
  EXPECT_EQ(pieces[0].end, 2130U);
  EXPECT_EQ(pieces[0].reference_start, 1U);
  EXPECT_EQ(pieces[1].start, 101U);
  EXPECT_EQ(pieces[1].end, 120U);
}

TEST(Pieces, SmallInsertionsAndDeletionsShiftTheContigOnly) {
  AlignedPlacement aligned = interrupted(false);
  aligned.columns[3] = Column::deletion;  // one contig base fewer
  aligned.columns.insert(aligned.columns.begin() + 5, 2, Column::insertion);  // two more
  aligned.contig_end = 2131;
  const auto pieces = pieces_of(aligned, "c");
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].end, 111U);
  EXPECT_EQ(pieces[1].start, 2112U);
  EXPECT_EQ(pieces[1].end, 2131U);
}

}  // namespace
}  // namespace kres::genome
