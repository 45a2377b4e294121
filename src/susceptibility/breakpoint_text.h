// Writes a breakpoint version as the project's own table (docs/formats/breakpoints.md).
#pragma once

#include <string>
#include <vector>

#include "susceptibility/breakpoint_table.h"

namespace kres::susceptibility {

struct BreakpointVersion {
  std::string name;    // "EUCAST v16.0"
  Date valid_from;     // as the document says
  std::string source;  // the document, and the file it was read from
};

// BreakpointTable::parse reads it back to the same rows. Requires: no cell holds a tab or a line
// end.
std::string breakpoint_text(const BreakpointVersion& version,
                            const std::vector<BreakpointRow>& rows);

}  // namespace kres::susceptibility
