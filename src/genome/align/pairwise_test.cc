// The plain alignment, against hand-made cases.
#include "genome/align/pairwise.h"

#include <random>
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

TEST(Pairwise, TheShortCutGivesWhatTheDynamicProgrammeGives) {
  std::mt19937 random(4);
  const auto bases = [&](std::size_t length) {
    std::string text(length, 'A');
    for (char& base : text) base = "ACGT"[random() % 4];
    return text;
  };
  for (int round = 0; round < 600; ++round) {
    const std::string reference = bases(1 + random() % 40);
    std::string query = reference;
    for (auto changes = random() % 5; changes > 0; --changes)
      query[random() % query.size()] = "ACGT"[random() % 4];
    if (round % 7 == 0) query.erase(random() % query.size(), 1);
    const auto ends = static_cast<QueryEnds>(round % 3);
    if (ends == QueryEnds::free_start) query = bases(random() % 20) + query;
    if (ends == QueryEnds::free_end) query += bases(random() % 20);
    const auto fast = align_pair(reference, query, ends);
    const auto plain = align_pair_plain(reference, query, ends);
    ASSERT_EQ(text(fast), text(plain)) << reference << " " << query;
    ASSERT_EQ(fast.query_start, plain.query_start) << reference << " " << query;
    ASSERT_EQ(fast.query_end, plain.query_end) << reference << " " << query;
  }
}

}  // namespace
}  // namespace kres::genome
