// What the measurements of one agent say together.
#pragma once

#include <vector>

#include "susceptibility/interpretation.h"

namespace kres::mechanism {

enum class MeasuredState {
  wild_type,
  non_wild_type,
  susceptible,  // no ECOFF: within the breakpoint, which stands in for it
  compatible,   // within the breakpoint, but the sign leaves the wild type open
  open,         // the range crosses every cut
  wrong_method,
  expected,  // the species resists the agent by nature, whatever was measured
  no_cut,    // neither breakpoint nor ECOFF
};

struct Measured {
  MeasuredState state = MeasuredState::no_cut;
  const susceptibility::Interpretation* leading = nullptr;  // the one that decides
  bool near_cut = false;       // within one dilution (2 mm) of the ECOFF, or of the R bound without
  bool well_within_s = false;  // a MIC two or more dilutions below the bound of S
  bool methods_disagree = false;  // another method says the opposite, both clear of the cut
};

// The best method decides: broth microdilution, agar dilution, automated, gradient, disk.
// Requires: measurements of one agent, at least one.
Measured measured_state(const std::vector<susceptibility::Interpretation>& measurements);

}  // namespace kres::mechanism
