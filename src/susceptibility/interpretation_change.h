// What changes in the reading of one measurement from one breakpoint version to another.
#pragma once

#include "susceptibility/interpretation.h"

namespace kres::susceptibility {

struct InterpretationChange {
  bool category = false;    // S, I, R, or whether there is one
  bool breakpoint = false;  // its numbers, its uncertain area or its brackets
  bool wild_type = false;
  bool remarks = false;  // reason or flags

  bool any() const { return category || breakpoint || wild_type || remarks; }
  bool operator==(const InterpretationChange&) const = default;
};

// Requires: both are of the same measurement. Names of versions, ids of rows and notes do not
// count.
InterpretationChange change_between(const Interpretation& before, const Interpretation& after);

}  // namespace kres::susceptibility
