// A breakpoint version with the tables that stand beside every version.
#pragma once

#include "base/table_source.h"
#include "susceptibility/interpret.h"

namespace kres::susceptibility {

Result<Standard> read_standard(BreakpointTable breakpoints, const TableSource& text_of);

}  // namespace kres::susceptibility
