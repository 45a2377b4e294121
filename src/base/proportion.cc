#include "base/proportion.h"

#include <algorithm>
#include <cmath>

namespace kres {

double Proportion::share() const {
  return total == 0 ? 0 : static_cast<double>(count) / static_cast<double>(total);
}

ShareInterval wilson_interval(const Proportion& proportion) {
  if (proportion.total == 0) return {};
  constexpr double kZ = 1.959964;
  const double n = static_cast<double>(proportion.total), p = proportion.share();
  const double centre = p + kZ * kZ / (2 * n);
  const double half = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n));
  const double scale = 1 + kZ * kZ / n;
  // At both ends the bound is the end itself, which rounding would miss.
  return {.low = proportion.count == 0 ? 0 : std::max(0.0, (centre - half) / scale),
          .high = proportion.count == proportion.total ? 1 : (centre + half) / scale};
}

}  // namespace kres
