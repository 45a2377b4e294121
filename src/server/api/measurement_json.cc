#include "server/api/measurement_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "susceptibility/interpretation_json.h"

namespace kres::api {

using laboratory::MeasurementRecord;
using susceptibility::Interpretation;
using Json = nlohmann::ordered_json;

namespace {

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json breakpoint_value(const std::optional<susceptibility::AppliedBreakpoint>& breakpoint,
                      Language language) {
  if (!breakpoint) return nullptr;
  return {{"version", breakpoint->version},
          {"row", breakpoint->row},
          {"s", breakpoint->s},
          {"r", breakpoint->r},
          {"atu", breakpoint->atu},
          {"unit", breakpoint->unit},
          {"indication", breakpoint->indication},
          {"route", breakpoint->route},
          {"note", breakpoint->note.in(language)},
          {"bracketed", breakpoint->bracketed}};
}

// A day that went out since holds the value back at once; the analysis that says so of the whole
// isolate is under way. What is let go again waits for it.
void hold_at_once(Interpretation& interpretation,
                  const std::optional<workflow::DayControl>& control) {
  if (!control || !interpretation.held_by_quality_control().empty()) return;
  const auto hold =
      susceptibility::hold_of(interpretation.measurement, control->evaluation, control->decisions);
  if (hold == susceptibility::QcHold::undecided || hold == susceptibility::QcHold::rejected)
    apply_hold(interpretation, hold);
}

Result<Json> interpretation_of(const IsolateRecords& records, const MeasurementRecord& measurement,
                               Language language) {
  for (const auto& record : records.interpretations) {
    if (record.measurement != measurement.id) continue;
    auto interpretation = susceptibility::interpretation_from_json(
        record.document, "interpretation of " + records.isolate.accession);
    if (!interpretation)
      return fail({ErrorCode::corrupt, interpretation.error().message, {}, 0, {}});
    hold_at_once(*interpretation, records.control);
    return interpretation_value(*interpretation, language);
  }
  return Json(nullptr);
}

}  // namespace

Json interpretation_value(const Interpretation& interpretation, Language language) {
  const auto& category = interpretation.category;
  return {{"category", category ? Json(name_of(*category)) : Json(nullptr)},
          {"reason", interpretation.reason},
          {"flags", interpretation.flags},
          {"breakpoint", breakpoint_value(interpretation.breakpoint, language)},
          {"ecoff", or_null(interpretation.ecoff)},
          {"wild_type", or_null(interpretation.wild_type)}};
}

std::string agent_name(const AgentTable& agents, const std::string& name, Language language) {
  const auto* agent = agents.find(name);
  return agent == nullptr ? name : agent->title.in(language);
}

Json measurement_value(const MeasurementRecord& measurement, const AgentTable& agents,
                       Language language) {
  return {{"id", measurement.id.value},
          {"agent", measurement.agent},
          {"agent_name", agent_name(agents, measurement.agent, language)},
          {"method", measurement.method},
          {"system", measurement.system},
          {"sign", measurement.sign},
          {"value", measurement.value},
          {"unit", measurement.unit},
          {"text", measurement.text()},
          {"disk_ug", measurement.disk_ug},
          {"guideline", measurement.guideline},
          {"correction_reason", measurement.reason},
          {"indication", measurement.indication},
          {"route", measurement.route},
          {"provenance", measurement.provenance},
          {"measured", measurement.measured ? Json(measurement.measured->iso()) : Json(nullptr)},
          {"entered_by", measurement.entered_by},
          {"entered", iso_utc(measurement.entered)}};
}

Result<Json> measurements_value(const IsolateRecords& records, const AgentTable& agents,
                                Language language) {
  auto sorted = records.measurements;
  std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
    return agents.order_of(a.agent) < agents.order_of(b.agent);
  });
  Json items = Json::array();
  for (const auto& measurement : sorted) {
    KRES_ASSIGN(auto interpretation, interpretation_of(records, measurement, language));
    auto item = measurement_value(measurement, agents, language);
    item["interpretation"] = std::move(interpretation);
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace kres::api
