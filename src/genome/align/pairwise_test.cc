// The plain alignment, against hand-made cases.
#include "genome/align/pairwise.h"

#include <string>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

std::string text(const PairwiseAlignment& alignment) {
  std::string out;
  for (const Column column : alignment.columns) out += "=XID"[static_cast<int>(column)];
  return out;
}

TEST(Pairwise, EqualSequencesMatchBaseByBase) {
  EXPECT_EQ(text(align_pair("ACGT", "ACGT", QueryEnds::fixed)), "====");
}

TEST(Pairwise, ASubstitutionIsOneMismatch) {
  EXPECT_EQ(text(align_pair("ACGTACGT", "ACGAACGT", QueryEnds::fixed)), "===X====");
}

TEST(Pairwise, AMissingBaseIsADeletion) {
  EXPECT_EQ(text(align_pair("ACGTTACA", "ACGTACA", QueryEnds::fixed)).find('X'), std::string::npos);
  EXPECT_EQ(text(align_pair("GATTACA", "GTTACA", QueryEnds::fixed)), "=D=====");
}

TEST(Pairwise, ExtraBasesAreOneInsertion) {
  EXPECT_EQ(text(align_pair("AACC", "AAGGGCC", QueryEnds::fixed)), "==III==");
}

TEST(Pairwise, AFreeStartSkipsWhatComesBeforeTheReference) {
  const auto alignment = align_pair("ACGT", "TTTTTACGT", QueryEnds::free_start);
  EXPECT_EQ(text(alignment), "====");
  EXPECT_EQ(alignment.query_start, 5u);
}

TEST(Pairwise, AFreeEndSkipsWhatComesAfterTheReference) {
  const auto alignment = align_pair("ACGT", "ACGTTTTT", QueryEnds::free_end);
  EXPECT_EQ(text(alignment), "====");
  EXPECT_EQ(alignment.query_end, 4u);
}

TEST(Pairwise, AnEmptyQueryDeletesTheReference) {
  EXPECT_EQ(text(align_pair("ACG", "", QueryEnds::fixed)), "DDD");
  EXPECT_EQ(text(align_pair("", "ACG", QueryEnds::fixed)), "III");
  EXPECT_EQ(text(align_pair("", "", QueryEnds::fixed)), "");
}

}  // namespace
}  // namespace kres::genome
