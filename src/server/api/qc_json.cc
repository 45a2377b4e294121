#include "server/api/qc_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/api/measurement_json.h"
#include "workflow/quality_control.h"

namespace kres::api {

using laboratory::QcDayName;
using laboratory::QcDecisionRecord;
using laboratory::QcResultRecord;
using susceptibility::QcDay;
using susceptibility::QcDayState;
using susceptibility::QcPoint;
using susceptibility::QcRange;
using susceptibility::QcSeries;
using Json = nlohmann::ordered_json;

namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json permission(const Result<void>& verdict) {
  return {{"allowed", verdict.has_value()}, {"why", verdict ? "" : verdict.error().message}};
}

Json replaced_by(const QcResultRecord& result, const std::vector<QcResultRecord>& all) {
  for (const auto& later : all)
    if (later.predecessor == result.id) return later.id.value;
  return nullptr;
}

Json rules_value(const std::vector<susceptibility::QcRule>& rules) {
  Json names = Json::array();
  for (const auto rule : rules) names.push_back(susceptibility::name_of(rule));
  return names;
}

// The point of a result that stands, else nullptr.
const QcPoint* point_of(const QcResultRecord& result, const workflow::DayControl& control) {
  for (const auto& series : control.evaluation.series())
    for (const auto& point : series.points)
      if (static_cast<std::int64_t>(point.result.line) == result.id.value) return &point;
  return nullptr;
}

Result<Json> result_value(const QcResultRecord& result, const QcView& view) {
  KRES_ASSIGN(const auto judged, workflow::qc_result_of(result));
  const auto state = state_of(judged, view.rules.ranges);
  const auto* point = point_of(result, view.control);
  const bool was_out = state == susceptibility::QcState::out;
  return Json{{"id", result.id.value},
              {"day", result.day.iso()},
              {"strain", result.strain},
              {"agent", result.agent},
              {"agent_name", agent_name(view.agents, result.agent, view.language)},
              {"method", result.method},
              {"system", result.system},
              {"sign", result.sign},
              {"value", result.value},
              {"unit", result.unit},
              {"text", result.text()},
              {"disk_ug", result.disk_ug},
              {"lot", result.lot},
              {"medium", result.medium},
              {"state", susceptibility::name_of(state)},
              {"rules", point == nullptr ? Json::array() : rules_value(point->rules)},
              {"entered_by", result.entered_by},
              {"entered", iso_utc(result.entered)},
              {"reason", result.reason},
              {"withdrawn", result.withdrawn},
              {"replaces", result.predecessor ? Json(result.predecessor.value) : Json(nullptr)},
              {"replaced_by", replaced_by(result, view.results)},
              {"replace", permission(may_replace(result, was_out, view.person))}};
}

// Newest first; the first holds if it is the one in force.
Json decisions_value(const QcDay& day, const QcView& view) {
  Json items = Json::array();
  for (const auto& decision : view.decisions)
    if (decision.of == name_of(day))
      items.insert(items.begin(), Json{{"id", decision.id.value},
                                       {"decision", decision.accepted ? "accept" : "reject"},
                                       {"reason", decision.reason},
                                       {"person", decision.person},
                                       {"decided", iso_utc(decision.decided)}});
  return items;
}

std::string_view verdict_of(const QcDay& day, const QcView& view) {
  if (day.state != QcDayState::out) return "";
  for (const auto& decision : view.control.decisions)
    if (decision.date == day.date && decision.agent == day.agent && decision.method == day.method &&
        decision.disk_ug == day.disk_ug)
      return decision.accepted ? "accepted" : "rejected";
  return "undecided";
}

Json point_value(const QcPoint& point) {
  const auto& m = point.result.measurement;
  return {{"result", point.result.line},
          {"day", m.date->iso()},
          {"text", text_of(m)},
          {"place", point.place},
          {"state", susceptibility::name_of(point.state)},
          {"rules", rules_value(point.rules)},
          {"lot", point.result.lot},
          {"medium", point.result.medium},
          {"person", point.result.person}};
}

Json series_value(const QcSeries& series, const QcView& view) {
  const bool is_disk = series.method == susceptibility::Method::disk;
  Json points = Json::array();
  for (const auto& point : series.points)
    if (view.from <= *point.result.measurement.date) points.push_back(point_value(point));
  return {{"strain", series.strain},
          {"agent", series.agent},
          {"agent_name", agent_name(view.agents, series.agent, view.language)},
          {"method", susceptibility::name_of(series.method)},
          {"disk_ug", series.disk_ug},
          {"unit", is_disk ? "mm" : "mg/L"},
          {"scale", is_disk ? "mm" : "log2"},
          {"low", or_null(series.low)},
          {"high", or_null(series.high)},
          {"centre_low", series.centre ? Json(series.centre->low) : Json(nullptr)},
          {"centre_high", series.centre ? Json(series.centre->high) : Json(nullptr)},
          {"target_is_published", series.range && series.range->target_low.has_value()},
          {"points", std::move(points)}};
}

Json range_value(const QcRange& range, const AgentTable& agents, Language language) {
  return {{"agent", range.agent},
          {"agent_name", agent_name(agents, range.agent, language)},
          {"role", susceptibility::name_of(range.role)},
          {"unit", susceptibility::name_of(range.unit)},
          {"disk_ug", range.disk_ug},
          {"low", or_null(range.low)},
          {"high", range.high},
          {"target_low", or_null(range.target_low)},
          {"target_high", or_null(range.target_high)}};
}

}  // namespace

QcDayName name_of(const QcDay& day) {
  return {day.date, day.agent, std::string(susceptibility::name_of(day.method)), day.disk_ug};
}

Result<Json> qc_results_value(const QcView& view) {
  Json items = Json::array();
  for (const auto& result : view.results) {
    if (!view.strain.empty() && result.strain != view.strain) continue;
    KRES_ASSIGN(auto item, result_value(result, view));
    items.push_back(std::move(item));
  }
  return items;
}

Result<Json> qc_days_value(const QcView& view, const HeldIsolates& held) {
  Json items = Json::array();
  for (const auto& day : view.control.evaluation.days()) {
    if (day.date < view.from) continue;
    KRES_ASSIGN(const auto out, workflow::ever_out(view.results, name_of(day), view.rules));
    const auto isolates = held.find(name_of(day));
    items.push_back(
        {{"day", day.date.iso()},
         {"agent", day.agent},
         {"agent_name", agent_name(view.agents, day.agent, view.language)},
         {"method", susceptibility::name_of(day.method)},
         {"disk_ug", day.disk_ug},
         {"state", susceptibility::name_of(day.state)},
         {"incomplete", day.incomplete},
         {"warnings", rules_value(day.warnings)},
         {"results", day.lines},
         {"verdict", verdict_of(day, view)},
         {"decisions", decisions_value(day, view)},
         {"accept", permission(may_accept(out, view.person))},
         {"isolates", isolates == held.end() ? std::vector<std::string>() : isolates->second}});
  }
  return items;
}

Json qc_series_value(const QcView& view) {
  Json items = Json::array();
  for (const auto& series : view.control.evaluation.series()) {
    if (!view.strain.empty() && series.strain != view.strain) continue;
    auto item = series_value(series, view);
    if (!item["points"].empty()) items.push_back(std::move(item));
  }
  return items;
}

Json qc_ranges_value(const susceptibility::QcRanges& ranges, const AgentTable& agents,
                     Language language) {
  Json strains = Json::array();
  std::map<std::string, std::size_t> places;
  for (const auto& range : ranges.rows()) {
    const auto [place, is_new] = places.try_emplace(range.strain, strains.size());
    if (is_new)
      strains.push_back(
          {{"strain", range.strain}, {"species", range.species}, {"ranges", Json::array()}});
    strains[place->second]["ranges"].push_back(range_value(range, agents, language));
  }
  return strains;
}

}  // namespace kres::api
