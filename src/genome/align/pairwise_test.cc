// The plain alignment, against hand-made cases.
#include "genome/align/pairwise.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "genome/align/by_diagonals.h"

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

// Changed, shortened and lengthened text beside its origin, with letters that stand for any base.
std::string changed(std::string bases, std::mt19937& random) {
  for (auto changes = random() % (1 + bases.size() / 3); changes > 0 && !bases.empty(); --changes) {
    const auto at = random() % bases.size();
    const auto kind = random() % 8;
    if (kind == 0)
      bases.erase(at, 1 + random() % 9);
    else if (kind == 1)
      bases.insert(at, std::string(1 + random() % 9, "ACGT"[random() % 4]));
    else
      bases[at] = "ACGTN"[random() % 5];
  }
  return bases;
}

TEST(Pairwise, AntidiagonalsGiveWhatThePlainDynamicProgrammeGives) {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string reference(random() % (round % 100 == 0 ? 400 : 70), 'A');
    const auto letters = 1 + random() % 4;  // few letters give many ties
    for (char& base : reference) base = "ACGT"[random() % letters];
    const std::string query = changed(reference, random);
    const auto ends = static_cast<QueryEnds>(random() % 3);
    const AlignmentCosts costs{.ambiguous = round % 2 == 0 ? 'N' : '\0'};
    const auto fast = align_by_diagonals(reference, query, ends, costs);
    const auto plain = align_pair_plain(reference, query, ends, costs);
    ASSERT_EQ(fast.columns, plain.columns) << reference << " " << query << " " << round % 2;
    ASSERT_EQ(fast.query_start, plain.query_start) << reference << " " << query;
    ASSERT_EQ(fast.query_end, plain.query_end) << reference << " " << query;
  }
}

TEST(Pairwise, SequencesTooLongForSmallCellsAreLeftToThePlainDynamicProgramme) {
  const std::string gene(3000, 'A'), operon(6000, 'A');
  EXPECT_TRUE(fits_by_diagonals(gene, gene, {}));
  EXPECT_FALSE(fits_by_diagonals(operon, gene, {}));
}

}  // namespace
}  // namespace kres::genome
