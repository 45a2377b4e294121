#include "workflow/day_control.h"

#include <algorithm>

#include <fmt/format.h>

#include "susceptibility/interpretation_json.h"
#include "workflow/measurements.h"

namespace kres::workflow {

using laboratory::ControlledValue;
using laboratory::IsolateId;
using laboratory::MeasurementRecord;
using laboratory::QcDecisionRecord;
using laboratory::QcResultId;
using laboratory::QcResultRecord;
using laboratory::QcSelection;
using laboratory::UnitOfWork;
using susceptibility::Interpretation;
using susceptibility::QcDay;
using susceptibility::QcDayState;
using susceptibility::QcEvaluation;
using susceptibility::QcResult;
using susceptibility::QcRules;

namespace {

// A measurement of no stated day belongs to the day it was entered.
Date day_of(const MeasurementRecord& measurement) {
  return measurement.measured.value_or(local_date(measurement.entered, "UTC"));
}

laboratory::QcDayName name_of(const QcDay& day) {
  return {day.date, day.agent, std::string(susceptibility::name_of(day.method)), day.disk_ug};
}

std::vector<QcResultId> out_on(const QcDay& day, const QcEvaluation& evaluation) {
  std::vector<QcResultId> out;
  for (const auto& series : evaluation.series()) {
    if (series.agent != day.agent || series.method != day.method || series.disk_ug != day.disk_ug)
      continue;
    for (const auto& point : series.points)
      if (point.result.measurement.date == day.date && point.state == susceptibility::QcState::out)
        out.push_back({static_cast<std::int64_t>(point.result.line)});
  }
  return out;
}

std::vector<susceptibility::QcDecision> decisions_in_force(
    const std::vector<QcDecisionRecord>& records, const QcEvaluation& evaluation) {
  std::vector<susceptibility::QcDecision> decisions;
  for (const auto& day : evaluation.days()) {
    if (day.state != QcDayState::out) continue;
    const auto* record = decision_in_force(records, name_of(day), out_on(day, evaluation));
    if (record == nullptr) continue;
    decisions.push_back({.date = day.date,
                         .agent = day.agent,
                         .method = day.method,
                         .disk_ug = day.disk_ug,
                         .accepted = record->accepted,
                         .person = record->person,
                         .decided = local_date(record->decided, "UTC"),
                         .reason = record->reason});
  }
  return decisions;
}

bool is_controlled(const susceptibility::Measurement& m, const DayControl& control) {
  const auto& days = control.evaluation.days();
  return std::any_of(days.begin(), days.end(), [&](const QcDay& day) {
    return day.agent == m.agent && day.method == m.method &&
           susceptibility::may_be_same_disk(day.disk_ug, m.disk_ug) &&
           (!m.date || day.date <= *m.date);
  });
}

Result<DayControl> judged(const std::vector<QcResultRecord>& standing,
                          const std::vector<QcDecisionRecord>& decisions, const QcRules& rules) {
  std::vector<QcResult> results;
  for (const auto& record : standing) {
    KRES_ASSIGN(auto result, qc_result_of(record));
    results.push_back(std::move(result));
  }
  DayControl control{QcEvaluation(results, rules.ranges, rules.requirements), {}};
  control.decisions = decisions_in_force(decisions, control.evaluation);
  return control;
}

// Of these days alone: enough to tell which are out, not for run rules.
Result<DayControl> control_on(UnitOfWork& work, const QcRules& rules,
                              const std::vector<Date>& days) {
  KRES_ASSIGN(const auto results, work.qc_results().standing_on(days));
  KRES_ASSIGN(const auto decisions, work.qc_decisions().on(days));
  return judged(results, decisions, rules);
}

std::vector<Date> days_of(const std::vector<ControlledValue>& values) {
  std::set<Date> days;
  for (const auto& value : values)
    if (value.measurement.measured) days.insert(*value.measurement.measured);
  return {days.begin(), days.end()};
}

Result<bool> is_held_otherwise(const ControlledValue& value, const DayControl& control) {
  KRES_ASSIGN(const auto measurement, measurement_of(value.measurement, {}, {}));
  const auto now = hold_of(measurement, control.evaluation, control.decisions);
  if (value.held.empty()) return now != susceptibility::QcHold::none;
  KRES_ASSIGN(const auto interpretation,
              susceptibility::interpretation_from_json(
                  value.held, fmt::format("measurement {}", value.measurement.id.value)));
  return now != susceptibility::hold_of(interpretation);
}

}  // namespace

Result<QcResult> qc_result_of(const QcResultRecord& record) {
  const auto method = susceptibility::parse_method(record.method);
  const auto sign = susceptibility::parse_sign(record.sign);
  const auto unit = susceptibility::parse_unit(record.unit);
  if (!method || !sign || !unit)
    return fail(
        {.code = ErrorCode::corrupt,
         .message = fmt::format("result {} of quality control cannot be read", record.id.value),
         .file = {},
         .remedy = {}});
  return QcResult{.strain = record.strain,
                  .measurement = {.isolate = record.strain,
                                  .organism = record.strain,
                                  .agent = record.agent,
                                  .method = *method,
                                  .system = record.system,
                                  .sign = *sign,
                                  .value = record.value,
                                  .unit = *unit,
                                  .disk_ug = record.disk_ug,
                                  .date = record.day},
                  .lot = record.lot,
                  .medium = record.medium,
                  .person = record.entered_by,
                  .line = static_cast<std::size_t>(record.id.value)};
}

Result<DayControl> control_between(UnitOfWork& work, const QcRules& rules,
                                   const QcSelection& selection) {
  KRES_ASSIGN(const auto records, work.qc_results().all(selection));
  KRES_ASSIGN(const auto decisions, work.qc_decisions().all(selection));
  return judged(standing_among(records), decisions, rules);
}

Result<std::optional<DayControl>> control_of(UnitOfWork& work, const QcRules& rules,
                                             std::span<const MeasurementRecord> measurements) {
  if (measurements.empty()) return std::optional<DayControl>();
  const auto [first, last] =
      std::minmax_element(measurements.begin(), measurements.end(),
                          [](const auto& a, const auto& b) { return day_of(a) < day_of(b); });
  KRES_ASSIGN(auto control, control_between(work, rules,
                                            {.from = add_days(day_of(*first), -kQcHistoryDays),
                                             .to = day_of(*last),
                                             .strain = {},
                                             .agent = {}}));
  if (control.evaluation.days().empty()) return std::optional<DayControl>();
  return std::optional(std::move(control));
}

void apply_control(Interpretation& interpretation, const std::optional<DayControl>& control) {
  if (!control || !is_controlled(interpretation.measurement, *control)) return;
  apply_quality_control(interpretation, control->evaluation, control->decisions);
}

void apply_control(std::vector<Interpretation>& interpretations,
                   const std::optional<DayControl>& control) {
  for (auto& interpretation : interpretations) apply_control(interpretation, control);
}

Result<std::set<IsolateId>> with_changed_control(UnitOfWork& work, const QcRules& rules,
                                                 const std::vector<laboratory::Isolate>& isolates) {
  std::vector<laboratory::ExplanationId> explanations;
  for (const auto& isolate : isolates)
    if (isolate.current_explanation) explanations.push_back(isolate.current_explanation);
  std::set<IsolateId> changed;
  KRES_ASSIGN(const auto values, work.interpretations().controlled(explanations));
  if (values.empty()) return changed;
  KRES_ASSIGN(const auto control, control_on(work, rules, days_of(values)));
  for (const auto& value : values) {
    KRES_ASSIGN(const bool otherwise, is_held_otherwise(value, control));
    if (otherwise) changed.insert(value.measurement.isolate);
  }
  return changed;
}

}  // namespace kres::workflow
