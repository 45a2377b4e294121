// The depth of the isolate alone, where a second genome shares some of its places.
#pragma once

#include <cstdint>
#include <span>

namespace kres::genome {

struct OwnDepth {
  double own = 0;     // fragments on a place that the isolate has alone
  double spread = 0;  // standard deviation over the places beyond chance, as a share of the depth
};

// `depths`: fragments on each place of the isolate; `middle`: their median; `second`: the mean
// depth of the second genome's own places; `shared`: the part (0-1) of the places that it has, too,
// if both genomes are of one size. A place has the isolate's depth, or that and `second`: a mixture
// of two normal distributions that far apart, of which depth, spread and weight are found by
// expectation and maximisation. `shared` decides where all places have one depth, be it the
// isolate's or that of both. Places of less than half or more than one and a half times the median
// do not count: what few cells have, and copies.
OwnDepth fit_own_depth(std::span<const std::uint32_t> depths, double middle, double second,
                       double shared);

}  // namespace kres::genome
