// What a person decided about a day whose quality control was out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "susceptibility/measurement.h"
#include "vocabulary/agent_table.h"

namespace kres::susceptibility {

struct QcDecision {
  Date date;  // of the quality control
  std::string agent;
  Method method = Method::broth_microdilution;
  std::string disk_ug;    // empty: every load
  bool accepted = false;  // the results of the day may be reported; else they stay blocked
  std::string person;
  Date decided;
  std::string reason;
};

// Columns date, agent, method, decision (accept | reject), person, decided, reason, all filled;
// optional disk_ug. The same day, agent, method and load twice is an error, and so is a decision
// before the day itself.
Result<std::vector<QcDecision>> read_qc_decisions(std::string_view text, const std::string& name,
                                                  const AgentTable& agents);

}  // namespace kres::susceptibility
