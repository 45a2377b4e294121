// Counts of bases, against counting one by one.
#include "sequence/base_counts.h"

#include <algorithm>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace kres::sequence {
namespace {

std::uint64_t one_by_one(const std::string& bases, std::string_view letters) {
  return static_cast<std::uint64_t>(std::count_if(bases.begin(), bases.end(), [&](char base) {
    return letters.find(base) != std::string_view::npos;
  }));
}

TEST(BaseCounts, AnyLengthIsCountedAsOneByOne) {
  std::mt19937 random(2);
  for (std::size_t length = 0; length < 9000; length = length * 9 / 8 + 1) {
    std::string bases(length, 'A');
    for (char& base : bases) base = "ACGTN"[random() % 5];
    const auto counts = count_bases(bases);
    EXPECT_EQ(counts.known, one_by_one(bases, "ACGT"));
    EXPECT_EQ(counts.gc, one_by_one(bases, "GC"));
  }
}

TEST(BaseCounts, OneOtherLetterAnywhereIsSeen) {
  for (std::size_t length = 1; length < 70; ++length) {
    const std::string bases = std::string("ACGTGGTCATTACGACGATCCA").append(length, 'T');
    EXPECT_TRUE(only_known_bases(bases));
    for (const char other : {'N', 'a', '-', 'U', '\xc1'})
      for (std::size_t at = 0; at < bases.size(); ++at) {
        std::string wrong = bases;
        wrong[at] = other;
        EXPECT_FALSE(only_known_bases(wrong)) << wrong;
      }
  }
  EXPECT_TRUE(only_known_bases(""));
}

}  // namespace
}  // namespace kres::sequence
