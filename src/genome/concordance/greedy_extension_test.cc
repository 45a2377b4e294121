// Extensions whose best score is found by hand, and against the plain table of scores.
#include "genome/concordance/greedy_extension.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

// The greatest score of an alignment of any two prefixes, in half points, by the whole table.
long best_score(const std::string& query, const std::string& subject) {
  std::vector<std::vector<long>> table(query.size() + 1, std::vector<long>(subject.size() + 1, 0));
  long best = 0;
  for (std::size_t i = 0; i <= query.size(); ++i)
    for (std::size_t k = 0; k <= subject.size(); ++k) {
      if (i + k == 0) continue;
      long cell = -1000000;
      if (i > 0) cell = std::max(cell, table[i - 1][k] - 5);
      if (k > 0) cell = std::max(cell, table[i][k - 1] - 5);
      if (i > 0 && k > 0)
        cell = std::max(cell, table[i - 1][k - 1] + (query[i - 1] == subject[k - 1] ? 2 : -4));
      table[i][k] = cell;
      best = std::max(best, cell);
    }
  return best;
}

long score(const Extension& extension) {
  return 2 * static_cast<long>(extension.matches()) - 4 * static_cast<long>(extension.mismatches) -
         5 * static_cast<long>(extension.gaps);
}

std::string mutated(std::string bases, std::mt19937& random, unsigned one_in) {
  std::string out;
  for (const char base : bases) {
    const auto draw = random() % one_in;
    if (draw == 0) out += "ACGT"[random() % 4];
    if (draw == 1) continue;
    out += draw == 2 ? "ACGT"[random() % 4] : base;
  }
  return out;
}

TEST(GreedyExtension, PassesAMismatchThatPaysOff) {
  const auto found = extend_greedily("ACGTACGT", "ACTTACGT", false, Ties::shortest);
  EXPECT_EQ(found.query, 8U);
  EXPECT_EQ(found.mismatches, 1U);
  EXPECT_EQ(found.matches(), 7U);
}

TEST(GreedyExtension, StopsBeforeAMismatchThatDoesNot) {
  EXPECT_EQ(extend_greedily("ACGTA", "ACGAA", false, Ties::shortest).query, 3U);
}

TEST(GreedyExtension, TakesTheShortestOrTheLongestOfEqualScores) {
  EXPECT_EQ(extend_greedily("ACGTAC", "ACGAAC", false, Ties::shortest).query, 3U);
  EXPECT_EQ(extend_greedily("ACGTAC", "ACGAAC", false, Ties::longest).query, 6U);
}

TEST(GreedyExtension, ReadsFromTheEndsBackwards) {
  const auto found = extend_greedily("TTTTACGTAC", "GGGGACGTAC", true, Ties::shortest);
  EXPECT_EQ(found.query, 6U);
  EXPECT_EQ(found.mismatches, 0U);
}

TEST(GreedyExtension, AnUnreadBaseIsEqualToNothing) {
  EXPECT_EQ(extend_greedily("ACGN", "ACGN", false, Ties::longest).matches(), 3U);
}

TEST(GreedyExtension, ScoresWhatTheWholeTableScores) {
  std::mt19937 random(17);
  for (int round = 0; round < 200; ++round) {
    std::string subject;
    for (int i = 0; i < 120; ++i) subject += "ACGT"[random() % 4];
    const std::string query = mutated(subject, random, 12 + static_cast<unsigned>(round) % 40);
    const auto found = extend_greedily(query, subject, false, Ties::shortest);
    EXPECT_EQ(score(found), best_score(query, subject)) << query << "\n" << subject;
  }
}

}  // namespace
}  // namespace kres::genome
