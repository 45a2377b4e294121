// Chooses the breakpoint row that applies to a measurement.
#pragma once

#include <string>

#include "susceptibility/breakpoint_table.h"
#include "susceptibility/measurement.h"
#include "vocabulary/organism_table.h"

namespace kres::susceptibility {

// Indication of a row whose zones or MICs are for screening only.
inline constexpr std::string_view kScreenIndication = "screen";

struct RowChoice {
  const BreakpointRow* row = nullptr;  // nullptr if none applies
  std::string reason;                  // then: no_row | no_row_for_indication | species_needed
  bool indication_assumed = false;     // the row has an indication that was not stated
  bool route_assumed = false;
};

// Rows whose species scope names the organism go before rows for the whole group. A stated
// indication takes the first row kind that covers it (docs/formats/interpretation.md); without one
// the row marked default, or the only row, is taken and said to be assumed. An organism without a
// species gets no row that excepts a species of its genus, since it may be that one.
RowChoice select_breakpoint(const BreakpointTable& table, const Organism& organism,
                            const Measurement& measurement);
// The row whose cut-offs a value of this unit is screened against: a screening row, or a breakpoint
// row that is for screening only. Without numbers for the unit, the first screening row; nullptr if
// there is none.
const BreakpointRow* select_screen(const BreakpointTable& table, const Organism& organism,
                                   const std::string& agent, Unit unit);

// Key of an indication in free words ("UTI", "urinveisinfeksjon"); empty text gives an empty key,
// unknown words give nothing.
std::optional<std::string> indication_key(std::string_view text);

}  // namespace kres::susceptibility
