// Reads a table of measurements (docs/formats/interpretation.md) and refuses what cannot be true.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "susceptibility/measurement.h"
#include "vocabulary/agent_table.h"

namespace kres::susceptibility {

// Columns isolate, organism, agent, method, sign, value, indication; optional unit, route, system,
// provenance, date, disk_ug, guideline. Tab, semicolon or comma separated. Errors name the row:
// unknown column, agent, method, sign or unit, a value that is no dilution, a unit that does not go
// with the method, the same isolate, agent and method twice.
Result<std::vector<Measurement>> read_measurements(std::string_view text, const std::string& name,
                                                   const AgentTable& agents);

}  // namespace kres::susceptibility
