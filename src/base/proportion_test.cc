// Wilson's interval against the values that Newcombe printed.
#include "base/proportion.h"

#include <gtest/gtest.h>

namespace kres {
namespace {

struct Published {
  Proportion proportion;
  double low, high;
};

// Newcombe 1998 (Statistics in Medicine 17:857), table I, method 3.
TEST(WilsonInterval, IsNewcombesTableOne) {
  for (const auto& [proportion, low, high] :
       {Published{{81, 263}, 0.2553, 0.3662}, Published{{15, 148}, 0.0624, 0.1605},
        Published{{0, 20}, 0.0000, 0.1611}, Published{{1, 29}, 0.0061, 0.1718}}) {
    const auto interval = wilson_interval(proportion);
    EXPECT_NEAR(interval.low, low, 0.00005) << proportion.count << "/" << proportion.total;
    EXPECT_NEAR(interval.high, high, 0.00005) << proportion.count << "/" << proportion.total;
  }
}

TEST(WilsonInterval, OfNothingIsEverything) {
  EXPECT_EQ(wilson_interval({0, 0}).low, 0);
  EXPECT_EQ(wilson_interval({0, 0}).high, 1);
}

TEST(WilsonInterval, OfTheWholeEndsAtOneAndOfNoneBeginsAtNull) {
  for (std::size_t total = 1; total < 400; ++total) {
    EXPECT_EQ(wilson_interval({total, total}).high, 1) << total;
    EXPECT_EQ(wilson_interval({0, total}).low, 0) << total;
  }
}

}  // namespace
}  // namespace kres
