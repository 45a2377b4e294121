// A proportion with its 95 % interval.
#pragma once

#include <cstddef>

namespace kres {

struct Proportion {
  std::size_t count = 0, total = 0;
  double share() const;  // 0-1; of nothing: 0
};

struct ShareInterval {
  double low = 0, high = 1;
};

// Wilson's score interval without continuity correction, two-sided 95 % (z = 1.959964): Wilson
// 1927, doi 10.1080/01621459.1927.10502953; recommended for proportions near 0 and 1 by Newcombe
// 1998, doi 10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E. Of nothing: 0 to 1.
ShareInterval wilson_interval(const Proportion& proportion);

}  // namespace kres
