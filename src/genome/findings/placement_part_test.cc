// Parts of an alignment, on either strand, with gaps and interruptions.
#include "genome/findings/placement_part.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

// Columns from text: '=' match, 'x' mismatch, '+' insertion, '-' deletion.
AlignedPlacement aligned(std::string_view columns, std::uint32_t contig_start, bool reverse) {
  AlignedPlacement whole{
      .reverse = reverse, .contig_start = contig_start, .contig_end = contig_start};
  for (const char c : columns) {
    whole.columns.push_back(c == '='   ? Column::match
                            : c == 'x' ? Column::mismatch
                            : c == '+' ? Column::insertion
                                       : Column::deletion);
    whole.entry_end += c != '+';
    whole.contig_end += c != '-';
  }
  whole.entry_length = whole.entry_end;
  return whole;
}

TEST(PlacementPart, StandsWhereTheEntrysBasesStand) {
  const auto part = part_of(aligned("==========", 100, false), 3, 6);
  ASSERT_TRUE(part);
  EXPECT_EQ(part->contig_start, 103U);
  EXPECT_EQ(part->contig_end, 106U);
  EXPECT_TRUE(part->exact());
  const auto reverse = part_of(aligned("==========", 100, true), 3, 6);
  EXPECT_EQ(reverse->contig_start, 104U);
  EXPECT_EQ(reverse->contig_end, 107U);
}

TEST(PlacementPart, GapsBelongToThePartThatHoldsThem) {
  const auto whole = aligned("==--==++==", 0, false);  // entry: 8 bases, contig: 8
  EXPECT_EQ(part_of(whole, 0, 4)->deleted, 2U);
  EXPECT_EQ(part_of(whole, 0, 4)->contig_end, 2U);
  EXPECT_EQ(part_of(whole, 4, 6)->inserted, 0U);  // the insertion stands at its border
  EXPECT_EQ(part_of(whole, 4, 8)->inserted, 2U);
  EXPECT_EQ(part_of(whole, 4, 8)->contig_start, 2U);
}

TEST(PlacementPart, AnInterruptionIsSeenOnlyInside) {
  auto whole = aligned("==========", 0, false);
  whole.interruptions = {{5, 1200}};
  whole.contig_end += 1200;
  const auto around = part_of(whole, 2, 8);
  ASSERT_EQ(around->interruptions.size(), 1U);
  EXPECT_EQ(around->interruptions[0].entry_position, 3U);
  EXPECT_EQ(around->contig_end - around->contig_start, 1206U);
  const auto behind = part_of(whole, 5, 8);
  EXPECT_TRUE(behind->interruptions.empty());
  EXPECT_EQ(behind->contig_start, 1205U);
}

TEST(PlacementPart, APartBeyondTheCoveredBasesIsNotThere) {
  auto whole = aligned("=====", 0, false);
  whole.entry_length = 20;
  whole.end_off_contig = true;
  EXPECT_FALSE(part_of(whole, 10, 20));
  EXPECT_TRUE(part_of(whole, 3, 10)->end_off_contig);
  EXPECT_FALSE(part_of(whole, 0, 5)->end_off_contig);
}

}  // namespace
}  // namespace kres::genome
