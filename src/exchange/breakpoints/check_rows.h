// Refuses a breakpoint version whose rows speak of what the program does not know.
#pragma once

#include <string>

#include "base/error.h"
#include "susceptibility/breakpoint_table.h"
#include "vocabulary/agent_table.h"
#include "vocabulary/organism_table.h"

namespace kres::exchange {

// Fails with the line of the first row whose agent, group or organism is unknown, or if there are
// no rows: such a table is shifted, cut, or for another program.
Result<void> check_rows(const susceptibility::BreakpointTable& table, const AgentTable& agents,
                        const OrganismTable& organisms, const std::string& name);

}  // namespace kres::exchange
