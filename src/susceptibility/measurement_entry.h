// Reads what a person typed about one measurement, and says what is wrong with it by a code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/date.h"
#include "susceptibility/covered_agents.h"
#include "susceptibility/measurement.h"

namespace kres::susceptibility {

// As typed; a sign may stand before the value instead of in its own field.
struct TypedRow {
  std::string agent, method, system, sign, value, unit, indication, route, date;
};

// What an entry is read for.
struct EntrySetting {
  std::string isolate;
  std::string organism;
  Date today;
};

// Why a row cannot be used: agent_unknown, not_on_panel, method_unknown, sign_unknown, sign_twice,
// value_missing, value_no_number, unit_unknown, indication_unknown, route_unknown, date_unknown,
// date_in_future, repeated (agent and method stand in an earlier row), or a code of
// impossible_code().
using RowFault = std::string;
using ReadRow = tl::expected<Measurement, RowFault>;

// One result a row. Without a panel (the organism is unknown) every known agent may be entered.
std::vector<ReadRow> read_entry(const std::vector<TypedRow>& rows, const EntrySetting& setting,
                                const std::vector<CoveredAgent>& panel, const AgentTable& agents);

}  // namespace kres::susceptibility
