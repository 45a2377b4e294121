#include "susceptibility/interpretation_change.h"

#include <tuple>

namespace kres::susceptibility {

namespace {

// What of a breakpoint makes a difference to a value.
auto numbers_of(const AppliedBreakpoint& breakpoint) {
  return std::tie(breakpoint.s, breakpoint.r, breakpoint.atu, breakpoint.unit,
                  breakpoint.indication, breakpoint.route, breakpoint.bracketed);
}

bool same_breakpoint(const std::optional<AppliedBreakpoint>& a,
                     const std::optional<AppliedBreakpoint>& b) {
  if (!a || !b) return !a && !b;
  return numbers_of(*a) == numbers_of(*b);
}

}  // namespace

InterpretationChange change_between(const Interpretation& before, const Interpretation& after) {
  return {.category = before.category != after.category,
          .breakpoint = !same_breakpoint(before.breakpoint, after.breakpoint),
          .wild_type = before.wild_type != after.wild_type,
          .remarks = before.reason != after.reason || before.flags != after.flags};
}

}  // namespace kres::susceptibility
