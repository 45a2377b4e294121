#include "mechanism/measured_state.h"

#include <cmath>

namespace kres::mechanism {

namespace {

using susceptibility::Category;
using susceptibility::Interpretation;
using susceptibility::Method;
using susceptibility::Sign;
using susceptibility::Unit;

constexpr double kZoneUncertainty = 2;  // mm, about one dilution

int rank_of(Method method) {
  switch (method) {
    case Method::broth_microdilution:
      return 0;
    case Method::agar_dilution:
      return 1;
    case Method::automated:
      return 2;
    case Method::gradient:
      return 3;
    case Method::dilution:
      return 4;
    case Method::disk:
      return 5;
  }
  return 6;
}

// Without an ECOFF the breakpoint stands in: R is beyond the wild type; I is, unless the wild type
// of this row is I by definition.
MeasuredState by_category(const Interpretation& i) {
  if (*i.category == Category::R) return MeasuredState::non_wild_type;
  if (i.ecoff) return MeasuredState::compatible;
  if (*i.category == Category::I && !i.has_flag("off_scale_s")) return MeasuredState::non_wild_type;
  return MeasuredState::susceptible;
}

bool is_by_another_method(const Interpretation& i) {
  return i.reason == "wrong_method" || i.reason == "wrong_disk" ||
         i.reason == "other_inhibitor_ratio";
}

MeasuredState state_of(const Interpretation& i) {
  if (i.reason == "expected_resistance") return MeasuredState::expected;
  if (is_by_another_method(i)) return MeasuredState::wrong_method;
  if (i.wild_type) return *i.wild_type ? MeasuredState::wild_type : MeasuredState::non_wild_type;
  if (i.category && i.reason != "dash") return by_category(i);
  return i.ecoff || i.reason == "not_interpretable" ? MeasuredState::open : MeasuredState::no_cut;
}

bool is_near_cut(const Interpretation& i) {
  if (i.measurement.sign != Sign::equal) return false;
  if (i.ecoff && i.measurement.unit == Unit::mm)
    return std::abs(i.measurement.value - *i.ecoff) <= kZoneUncertainty;
  if (i.ecoff) {
    const double steps = std::log2(i.measurement.value) - std::log2(*i.ecoff);
    return steps > -0.5 && steps < 1.5;  // at the cut-off, or one dilution above it
  }
  return i.above_r && *i.above_r >= 0 && *i.above_r <= 1;
}

constexpr int kWellWithin = -2;  // dilutions from the bound of S

bool is_well_within_s(const Interpretation& i) {
  return i.measurement.unit == Unit::mg_per_l && i.above_s && *i.above_s <= kWellWithin;
}

// By a method that counts, on a day whose quality control was in range.
bool is_usable(const Interpretation& i) {
  return state_of(i) != MeasuredState::wrong_method && i.held_by_quality_control().empty();
}

bool is_opposite(MeasuredState a, MeasuredState b) {
  return (a == MeasuredState::wild_type && b == MeasuredState::non_wild_type) ||
         (a == MeasuredState::non_wild_type && b == MeasuredState::wild_type);
}

}  // namespace

Measured measured_state(const std::vector<Interpretation>& measurements) {
  Measured measured;
  for (const auto& i : measurements) {
    const bool better = measured.leading == nullptr ||
                        (is_usable(i) && (!is_usable(*measured.leading) ||
                                          rank_of(i.measurement.method) <
                                              rank_of(measured.leading->measurement.method)));
    if (!better) continue;
    measured.leading = &i;
    measured.state = state_of(i);
    measured.near_cut = is_near_cut(i);
    measured.well_within_s = is_well_within_s(i);
  }
  for (const auto& i : measurements) {
    if (!measured.near_cut && !is_near_cut(i) && is_usable(i) &&
        is_opposite(measured.state, state_of(i)))
      measured.methods_disagree = true;
  }
  return measured;
}

}  // namespace kres::mechanism
