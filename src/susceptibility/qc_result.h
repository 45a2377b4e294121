// Measurements of quality-control strains, as the laboratory writes them down.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "susceptibility/measurement.h"
#include "vocabulary/agent_table.h"

namespace kres::susceptibility {

struct QcResult {
  std::string strain;       // "ATCC 25922"
  Measurement measurement;  // its isolate is the strain; the date is there
  std::string lot;          // of disk, strip or panel
  std::string medium;       // "iron-depleted", may be empty
  std::string person;       // who read it
  std::size_t line = 0;
};

// Columns date, strain, agent, method, value; optional sign, unit, disk_ug, system, lot, medium,
// person. Fails at the first row that is wrong: a result that is left out could be the one that is
// out of range.
Result<std::vector<QcResult>> read_qc_results(std::string_view text, const std::string& name,
                                              const AgentTable& agents);

}  // namespace kres::susceptibility
