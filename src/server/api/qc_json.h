// Quality control as JSON: results, days, charts, ranges.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/language.h"
#include "laboratory/qc_decision_record.h"
#include "susceptibility/qc_entry.h"
#include "susceptibility/qc_rules.h"
#include "susceptibility/quality_control.h"
#include "vocabulary/agent_table.h"
#include "workflow/day_control.h"

namespace kres::api {

// What a caller is shown of a time.
struct QcView {
  const susceptibility::QcRules& rules;
  const AgentTable& agents;
  Language language = Language::nb;
  std::string person;                                   // who asks
  std::string strain;                                   // to list; empty: all
  std::vector<laboratory::QcResultRecord> results;      // of the time, replaced ones too
  std::vector<laboratory::QcDecisionRecord> decisions;  // of the time, replaced ones too
  workflow::DayControl control;                         // of the time and the history before it
  Date from;                                            // first day of the time
};

// Every result with who may replace it.
Result<nlohmann::ordered_json> qc_results_value(const QcView& view);
// Every day with its decisions and whether the caller may accept it; `held`: isolates by day.
using HeldIsolates = std::map<laboratory::QcDayName, std::vector<std::string>>;
Result<nlohmann::ordered_json> qc_days_value(const QcView& view, const HeldIsolates& held);
nlohmann::ordered_json qc_series_value(const QcView& view);
// What can be entered: the strains with their ranges.
nlohmann::ordered_json qc_ranges_value(const susceptibility::QcRanges& ranges,
                                       const AgentTable& agents, Language language);

laboratory::QcDayName name_of(const susceptibility::QcDay& day);

}  // namespace kres::api
