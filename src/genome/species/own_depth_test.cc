// The isolate's depth beside a second genome, from places drawn by chance.
#include "genome/species/own_depth.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

struct Sample {
  double own = 80, second = 20, shared = 0.5, spread = 0;
  int places = 5000;
};

std::vector<std::uint32_t> drawn(const Sample& sample) {
  std::mt19937 random(3);
  std::vector<std::uint32_t> depths;
  for (int i = 0; i < sample.places; ++i) {
    double depth = sample.own + (i < sample.shared * sample.places ? sample.second : 0);
    depth *= std::exp(std::normal_distribution<>(0, sample.spread)(random));
    depths.push_back(std::poisson_distribution<std::uint32_t>(depth)(random));
  }
  return depths;
}

OwnDepth fitted(const Sample& sample, double expected) {
  auto depths = drawn(sample);
  std::sort(depths.begin(), depths.end());
  return fit_own_depth(depths, depths[depths.size() / 2], sample.second, expected);
}

TEST(OwnDepth, IsFoundWhateverPartOfThePlacesIsShared) {
  for (const double shared : {0.0, 0.1, 0.5, 0.75, 0.9, 1.0})
    for (const double second : {5.0, 10.0, 20.0, 30.0})
      EXPECT_NEAR(fitted({.second = second, .shared = shared}, shared).own, 80, 1.5)
          << shared << " shared, " << second << "x";
}

TEST(OwnDepth, DoesNotTakeTheExpectedPartForGranted) {
  for (const double expected : {0.1, 0.4, 0.8})
    EXPECT_NEAR(fitted({.second = 25, .shared = 0.5}, expected).own, 80, 1.5) << expected;
}

TEST(OwnDepth, TellsItsSpreadFromTheTwoLevels) {
  EXPECT_LT(fitted({.shared = 0.6}, 0.6).spread, 0.04);
  // Part of a wide spread is taken for a second level; the depth then errs to less.
  const auto wide = fitted({.shared = 0.0, .spread = 0.15}, 0);
  EXPECT_GT(wide.spread, 0.07);
  EXPECT_GT(wide.own, 65);
  EXPECT_LT(wide.own, 81);
}

TEST(OwnDepth, CopiesAndWhatFewCellsHaveDoNotCount) {
  auto depths = drawn({.shared = 0});
  for (int i = 0; i < 400; ++i) depths.push_back(i % 2 == 0 ? 400 : 15);
  std::sort(depths.begin(), depths.end());
  EXPECT_NEAR(fit_own_depth(depths, depths[depths.size() / 2], 20, 0.01).own, 80, 1.5);
}

}  // namespace
}  // namespace kres::genome
