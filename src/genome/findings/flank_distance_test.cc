// Stretches beside genes: what makes a gene absent, and what stands before it.
#include "genome/findings/flank_distance.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

std::string bases(std::size_t count, std::uint32_t seed) {
  std::string made;
  for (std::uint32_t x = seed; made.size() < count; x = x * 1664525U + 1013904223U)
    made += "ACGT"[x >> 30];
  return made;
}

TEST(FlankGap, FlanksSideBySideLeaveNoRoomForTheGene) {
  EXPECT_EQ(judge_gap("", 144), "flanks_adjacent:0");
  EXPECT_EQ(judge_gap(bases(60, 1), 144), "flanks_adjacent:60");
}

TEST(FlankGap, AStretchAsLongAsTheGeneMayHoldARelativeOfIt) {
  for (const auto length : {61U, 100U, 144U, 216U})
    EXPECT_FALSE(judge_gap(bases(length, 2), 144)) << length;
  EXPECT_EQ(judge_gap(bases(217, 2), 144), "replaced:217");
}

TEST(FlankGap, ABaseThatWasNotReadSaysNothing) {
  EXPECT_FALSE(judge_gap(std::string(10, 'N'), 144));
  EXPECT_FALSE(judge_gap(bases(500, 3) + "N" + bases(500, 4), 144));
}

TEST(UpstreamInsertion, ItsDistanceAndLengthAreThoseOfTheInsertedBases) {
  const auto flank = bases(200, 5), element = "G" + bases(1198, 6) + "G";
  for (const std::size_t after : {1U, 7U, 20U, 60U, 120U, 180U}) {
    const auto stretch = flank.substr(0, 200 - after) + element + flank.substr(200 - after);
    const auto found = find_displacement(stretch, flank);
    ASSERT_TRUE(found) << after;
    EXPECT_EQ(found->length, 1200U);
    EXPECT_NEAR(static_cast<double>(found->after), static_cast<double>(after), 3) << after;
    EXPECT_EQ(found->before + found->after, 200U);
  }
}

TEST(UpstreamInsertion, ShortOrUnreadOnesAndForeignBasesAreNone) {
  const auto flank = bases(200, 7);
  const auto with = [&](const std::string& inserted) {
    return find_displacement(flank.substr(0, 100) + inserted + flank.substr(100), flank);
  };
  EXPECT_FALSE(find_displacement(flank, flank));
  EXPECT_FALSE(with(bases(39, 8)));
  EXPECT_TRUE(with(bases(40, 8)));
  EXPECT_FALSE(with(std::string(100, 'N')));
  EXPECT_FALSE(find_displacement(bases(1200, 9), flank));
}

}  // namespace
}  // namespace kres::genome
