// Edits between short sequences, beside a plain computation of their number.
#include "genome/long_reads/edit_alignment.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <random>
#include <string>

namespace kres::genome {
namespace {

std::size_t plain_distance(const std::string& one, const std::string& other) {
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    auto corner = row[0]++;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const auto paired = corner + (one[i - 1] == other[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({paired, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

// What the columns make of the query, and how many of them are edits.
std::pair<std::string, std::size_t> applied(const std::string& reference, const std::string& query,
                                            const std::vector<Column>& columns) {
  std::string text;
  std::size_t edits = 0, at = 0, from = 0;
  for (const auto column : columns) {
    edits += column != Column::match;
    if (column == Column::deletion) {
      ++from;
      continue;
    }
    text += column == Column::match ? reference[from] : query[at];
    ++at;
    from += column != Column::insertion;
  }
  return {from == reference.size() ? text : "not end to end", edits};
}

TEST(EditAlignment, TakesAsManyEditsAsThePlainComputation) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string one, other;
    const auto length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) one += "ACGT"[random() % 4];
    for (const char base : one) {
      const auto chance = random() % 12;
      if (chance == 0) continue;
      other += chance == 1 ? "ACGT"[random() % 4] : base;
      if (chance == 2) other += "ACGT"[random() % 4];
    }
    const auto distance = plain_distance(one, other);
    const auto aligned = align_by_edits(one, other, 20);
    ASSERT_EQ(aligned.has_value(), distance <= 20);
    if (!aligned) continue;
    EXPECT_EQ(aligned->edits, distance);
    EXPECT_EQ(applied(one, other, aligned->columns), std::pair(other, distance));
  }
}

TEST(EditAlignment, GivesUpBeyondTheMostEdits) {
  EXPECT_FALSE(align_by_edits("ACGTACGT", "ACGTACGTTTTT", 3));
  EXPECT_TRUE(align_by_edits("ACGTACGT", "ACGTACGTTTTT", 4));
  EXPECT_FALSE(align_by_edits("AAAA", "CCCC", 3));
}

TEST(EditAlignment, TakesNothingForNothing) {
  EXPECT_EQ(align_by_edits("", "", 0)->edits, 0U);
  EXPECT_EQ(align_by_edits("", "AC", 2)->columns.size(), 2U);
}

}  // namespace
}  // namespace kres::genome
