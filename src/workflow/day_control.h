// What the registry's quality control says of the days on which something was measured.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <vector>

#include "base/error.h"
#include "laboratory/ports/registry.h"
#include "susceptibility/qc_rules.h"
#include "susceptibility/quality_control.h"

namespace kres::workflow {

// Run rules look this far back, and a value is said to lack its control only where its agent and
// method were controlled at all within this time.
inline constexpr int kQcHistoryDays = 90;

struct DayControl {
  susceptibility::QcEvaluation evaluation;            // lines are numbers of records
  std::vector<susceptibility::QcDecision> decisions;  // those in force
};

// As it is judged; line: the number of the record. Errors (corrupt): a method, sign or unit that
// this program does not know.
Result<susceptibility::QcResult> qc_result_of(const laboratory::QcResultRecord& record);

// The standing results of the selection with the decisions in force.
Result<DayControl> control_between(laboratory::UnitOfWork& work,
                                   const susceptibility::QcRules& rules,
                                   const laboratory::QcSelection& selection);

// Of the days of the measurements, with the history that run rules need. Nothing if the registry
// has no quality control of that time.
Result<std::optional<DayControl>> control_of(
    laboratory::UnitOfWork& work, const susceptibility::QcRules& rules,
    std::span<const laboratory::MeasurementRecord> measurements);

// apply_quality_control(), where the agent and method of the measurement were controlled at all.
void apply_control(susceptibility::Interpretation& interpretation,
                   const std::optional<DayControl>& control);
// Of every value, in order.
void apply_control(std::vector<susceptibility::Interpretation>& interpretations,
                   const std::optional<DayControl>& control);

// Those of the isolates of which a day went out, was decided, or came back since a value was
// interpreted that the current explanation rests on. A few statements, however many isolates.
Result<std::set<laboratory::IsolateId>> with_changed_control(
    laboratory::UnitOfWork& work, const susceptibility::QcRules& rules,
    const std::vector<laboratory::Isolate>& isolates);

}  // namespace kres::workflow
