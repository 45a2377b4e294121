// One value of a table as it stands there, and its reading: a measurement or a refusal with its
// place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "susceptibility/measurement.h"
#include "vocabulary/agent_table.h"

namespace kres::susceptibility {

// A cell with the column it stands in, which is what a refusal names.
struct Cell {
  std::string text;
  std::string column;
};

// Empty cells are what was not stated. The sign may stand before the value instead of beside it.
struct RawValue {
  std::size_t line = 0;
  Cell isolate, organism, agent, method, system, sign, value, unit, disk_ug, guideline, indication,
      route, provenance, date;
  std::string fault;  // set if the row itself cannot be read: why
};

enum class RefusalReason {
  broken_row,
  no_isolate,
  unknown_organism,
  unknown_agent,
  unknown_method,
  wrong_unit,
  wrong_sign,
  no_number,
  category_instead_of_measurement,
  impossible_dilution,
  mic_out_of_range,
  impossible_zone,
  unknown_setting,
  identical_duplicate,
  conflicting_values,
  not_on_panel,
  outside_panel_range
};
std::string_view name_of(RefusalReason);

struct Refusal {
  RefusalReason reason = RefusalReason::broken_row;
  std::size_t line = 0;
  std::string column;
  std::string value;  // of that column
  std::string
      what;  // one sentence without subject and full stop: "is no two-fold dilution for ..."
  std::string remedy;  // what a person can do, may be empty

  std::string text() const;  // "column 'value': what"
};

// Checks all that can be checked of one value alone. A value of a combination may name both parts
// ("2/38", "8/4"): the first one counts.
tl::expected<Measurement, Refusal> read_value(const RawValue& raw, const AgentTable& agents);

}  // namespace kres::susceptibility
