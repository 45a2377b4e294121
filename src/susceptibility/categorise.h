// Puts a value, with its sign, between the bounds of a breakpoint.
#pragma once

#include <optional>

#include "susceptibility/breakpoint_table.h"
#include "susceptibility/interpretation.h"
#include "susceptibility/measurement.h"

namespace kres::susceptibility {

// The values a measurement leaves open, as places on a scale where higher is more resistant: the
// log2 index of a MIC, minus the diameter of a zone. An absent end is open.
struct Span {
  std::optional<int> low, high;
  bool rounded_up = false;  // a half step of a gradient strip became the next dilution

  bool is_point() const { return low && high && *low == *high; }
};
Span span_of(const Measurement& measurement);

// A bound on the same scale.
int place_of(const Bound& bound, Unit unit);

// The category of the whole span, or nothing if a bound lies inside it. A value equal to the R
// bound is not R; an off-scale S bound is out of reach.
// Requires: both bounds are values.
std::optional<Category> category_of(const Span& span, const Bound& s, const Bound& r, Unit unit);

// True if the whole span is at or below the place, false if above it, nothing if it lies inside.
std::optional<bool> is_within(const Span& span, int place);

}  // namespace kres::susceptibility
