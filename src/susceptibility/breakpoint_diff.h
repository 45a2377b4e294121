// What changes from one breakpoint version to another, row by row, for a person to sign.
#pragma once

#include <string>
#include <vector>

#include "susceptibility/breakpoint_table.h"

namespace kres::susceptibility {

// A row is the same in two versions if kind, group, scope, agent, route and indication are; its id
// and its note do not count.
struct BreakpointChange {
  std::string agent;
  std::string organisms;   // "Enterobacterales", "Staphylococcus aureus", "... except ..."
  std::string indication;  // "iv", "oral, uncomplicated_uti", "screen"; empty if none
  std::string before;      // "MIC S <= 2, R > 8; zone (10 ug) S >= 22, R < 16", empty if added
  std::string after;       // empty if removed
};

struct BreakpointDiff {
  std::string before, after;  // names of the versions
  std::vector<BreakpointChange> added, removed, changed;
  std::size_t unchanged = 0;
};

// In the order of the tables.
BreakpointDiff diff_breakpoints(const BreakpointTable& before, const BreakpointTable& after);

// A line a change and a line of counts.
std::string text_of(const BreakpointDiff& diff);

}  // namespace kres::susceptibility
