// Quality control: results of control strains entered and corrected, what is out or due, charts,
// and decisions about days that are out.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/body.h"
#include "server/api/call_language.h"
#include "server/api/endpoint.h"
#include "server/api/measurement_json.h"
#include "server/api/qc_body.h"
#include "server/api/qc_json.h"
#include "server/api/services.h"
#include "server/http/query.h"
#include "workflow/quality_control.h"

namespace kres::api {

namespace {

using laboratory::QcSelection;
using Json = nlohmann::ordered_json;

constexpr int kShownDays = 30;  // unless asked for otherwise
constexpr int kMostDays = 800;
constexpr int kDueDays = 30;  // what was controlled within this time is due today

const susceptibility::QcRules& rules_of(const Services& services) {
  return services.standards.in_force().control;
}

Result<Date> day_parameter(const Call& call, std::string_view name, Date fallback) {
  const auto text = http::text_parameter(call.request.target, name, "");
  if (text.empty()) return fallback;
  const auto day = Date::parse(text);
  if (!day) return bad_input(fmt::format("'{}' is no day, such as 2026-11-21", name));
  return *day;
}

Result<QcSelection> selection_of(const Services& services, const Call& call) {
  QcSelection selection;
  const auto today = services.clock().today();
  KRES_ASSIGN(selection.to, day_parameter(call, "to", today));
  KRES_ASSIGN(selection.from, day_parameter(call, "from", add_days(selection.to, -kShownDays)));
  const int days = days_between(selection.from, selection.to);
  if (days < 0) return bad_input("'from' is after 'to'");
  if (days > kMostDays) return bad_input(fmt::format("More than {} days at once", kMostDays));
  selection.agent = http::text_parameter(call.request.target, "agent", "");
  return selection;
}

// A strain of the selection is left out on purpose: a day is judged by all of its strains.
Result<QcView> view_of(const Services& services, const Call& call, laboratory::UnitOfWork& work) {
  KRES_ASSIGN(const auto selection, selection_of(services, call));
  auto history = selection;
  history.from = add_days(selection.from, -workflow::kQcHistoryDays);
  KRES_ASSIGN(auto results, work.qc_results().all(selection));
  KRES_ASSIGN(auto decisions, work.qc_decisions().all(selection));
  KRES_ASSIGN(auto control, workflow::control_between(work, rules_of(services), history));
  const auto strain = http::text_parameter(call.request.target, "strain", "");
  return QcView{.rules = rules_of(services),
                .agents = services.agents,
                .language = language_of(call),
                .person = call.caller->person.username,
                .strain = susceptibility::qc_strain_name(strain),
                .results = std::move(results),
                .decisions = std::move(decisions),
                .control = std::move(control),
                .from = selection.from};
}

// The isolates that a day which is out holds back, or would.
Result<HeldIsolates> held_isolates(laboratory::UnitOfWork& work, const QcView& view) {
  HeldIsolates held;
  for (const auto& day : view.control.evaluation.days()) {
    if (day.date < view.from || day.state != susceptibility::QcDayState::out) continue;
    const auto name = name_of(day);
    KRES_ASSIGN(const auto isolates,
                work.isolates().measured_on(name.day, name.agent, name.method));
    for (const auto& isolate : isolates) held[name].push_back(isolate.accession);
  }
  return held;
}

// What was controlled lately and not today.
Result<Json> due_value(const Services& services, laboratory::UnitOfWork& work, Language language) {
  const auto today = services.clock().today();
  KRES_ASSIGN(const auto control,
              workflow::control_between(
                  work, rules_of(services),
                  {.from = add_days(today, -kDueDays), .to = today, .strain = {}, .agent = {}}));
  Json items = Json::array();
  for (const auto& series : control.evaluation.series()) {
    const auto last = *series.points.back().result.measurement.date;
    if (last == today) continue;
    items.push_back({{"strain", series.strain},
                     {"agent", series.agent},
                     {"agent_name", agent_name(services.agents, series.agent, language)},
                     {"method", susceptibility::name_of(series.method)},
                     {"disk_ug", series.disk_ug},
                     {"last", last.iso()}});
  }
  return items;
}

Result<http::Response> list(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto view, view_of(services, call, *work));
  KRES_ASSIGN(const auto held, held_isolates(*work, view));
  KRES_ASSIGN(const auto selection, selection_of(services, call));
  Json json{{"version", view.rules.ranges.version()},
            {"today", services.clock().today().iso()},
            {"from", selection.from.iso()},
            {"to", selection.to.iso()}};
  KRES_ASSIGN(json["results"], qc_results_value(view));
  KRES_ASSIGN(json["days"], qc_days_value(view, held));
  KRES_ASSIGN(json["due"], due_value(services, *work, view.language));
  return http::json_response(200, json.dump());
}

Result<http::Response> charts(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto view, view_of(services, call, *work));
  const Json json{{"version", view.rules.ranges.version()}, {"series", qc_series_value(view)}};
  return http::json_response(200, json.dump());
}

Result<http::Response> ranges(Services& services, const Call& call) {
  const auto& own = rules_of(services).ranges;
  const Json json{{"version", own.version()},
                  {"strains", qc_ranges_value(own, services.agents, language_of(call))}};
  return http::json_response(200, json.dump());
}

Json range_value(const susceptibility::QcRange& range) {
  return {{"low", range.low ? Json(*range.low) : Json(nullptr)}, {"high", range.high}};
}

Result<http::Response> preview(Services& services, const Call& call) {
  KRES_ASSIGN(const auto typed, typed_qc_rows(call.request));
  Json rows = Json::array();
  for (const auto& row : typed) {
    const auto read =
        read_qc_entry(row, rules_of(services).ranges, services.agents, services.clock().today());
    rows.push_back({{"fault", read ? std::string() : read.error()},
                    {"state", read ? Json(susceptibility::name_of(read->state)) : Json(nullptr)},
                    {"text", read ? Json(text_of(read->result.measurement)) : Json(nullptr)},
                    {"range", read ? range_value(read->range) : Json(nullptr)}});
  }
  return http::json_response(200, Json{{"rows", std::move(rows)}}.dump());
}

Json change_value(const workflow::QcChange& change) {
  Json results = Json::array();
  for (const auto id : change.results) results.push_back(id.value);
  return {{"results", std::move(results)},
          {"decision", change.decision ? Json(change.decision->id.value) : Json(nullptr)},
          {"reanalysed", change.reanalysed}};
}

http::Response changed(Services& services, const workflow::QcChange& change) {
  if (!change.reanalysed.empty()) services.job_added();
  return http::json_response(201, change_value(change).dump());
}

Result<http::Response> enter(Services& services, const Call& call) {
  KRES_ASSIGN(const auto typed, typed_qc_rows(call.request));
  std::vector<laboratory::QcResultRecord> records;
  for (const auto& row : typed) {
    const auto read =
        read_qc_entry(row, rules_of(services).ranges, services.agents, services.clock().today());
    if (!read)
      return bad_input(fmt::format("row {}, {} {} {}: {}", records.size() + 1, row.strain,
                                   row.row.agent, row.row.value, read.error()));
    records.push_back(qc_record_of(read->result));
  }
  KRES_ASSIGN(const auto change,
              workflow::enter_qc_results(services.desk.services, rules_of(services),
                                         std::move(records), call.caller->person.username));
  return changed(services, change);
}

Result<http::Response> correct(Services& services, const Call& call) {
  const laboratory::QcResultId id{parse_int(call.path["id"]).value_or(0)};
  KRES_ASSIGN(const auto replaced, stored_qc_result(services, id));
  KRES_ASSIGN(const auto correction, qc_correction_in(services, call.request, replaced));
  KRES_ASSIGN(const auto change,
              workflow::correct_qc_result(services.desk.services, rules_of(services), correction,
                                          call.caller->person.username));
  return changed(services, change);
}

Result<http::Response> decide(Services& services, const Call& call) {
  KRES_ASSIGN(const auto verdict, qc_verdict_in(call.request));
  KRES_ASSIGN(const auto change, workflow::decide_qc_day(services.desk.services, rules_of(services),
                                                         verdict, call.caller->person.username));
  return changed(services, change);
}

const http::QueryParameter kLanguage{"lang", "string", "Language of the texts", {"nb", "en"}};
const std::vector<http::QueryParameter> kSelection{
    {"from", "string", "First day; 30 days before the last one if not stated"},
    {"to", "string", "Last day; today if not stated"},
    {"strain", "string", "One control strain"},
    {"agent", "string", "One agent"},
    kLanguage};

}  // namespace

std::vector<Endpoint> quality_control_endpoints() {
  return {
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/quality-control",
                 .id = "list_quality_control",
                 .tag = "quality control",
                 .summary = "Results of control strains, the days they control with what was "
                            "decided, and what is due today.",
                 .response_schema = "QualityControl",
                 .query = kSelection},
       .access = readers(),
       .handler = list},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/quality-control/charts",
                 .id = "chart_quality_control",
                 .tag = "quality control",
                 .summary = "The same results as series for Levey-Jennings charts.",
                 .response_schema = "QcCharts",
                 .query = kSelection},
       .access = readers(),
       .handler = charts},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/quality-control/ranges",
                 .id = "list_qc_ranges",
                 .tag = "quality control",
                 .summary = "The control strains with the range of each agent.",
                 .response_schema = "QcRanges",
                 .query = {kLanguage}},
       .access = readers(),
       .handler = ranges},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/quality-control/results/preview",
                 .id = "preview_qc_results",
                 .tag = "quality control",
                 .summary = "What typed results would be, in or out, and what is wrong with them; "
                            "stores nothing.",
                 .request_schema = "QcEntry",
                 .response_schema = "QcPreview"},
       .access = staff(),
       .handler = preview},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/quality-control/results",
                 .id = "enter_qc_results",
                 .tag = "quality control",
                 .summary = "Stores results of control strains, all or none; a value measured on a "
                            "day that is out is held back until a person decides.",
                 .request_schema = "QcEntry",
                 .response_schema = "QcChange",
                 .status = 201},
       .access = staff(),
       .handler = enter},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/quality-control/results/{id}/correction",
                 .id = "correct_qc_result",
                 .tag = "quality control",
                 .summary = "Puts a new value in the place of a result, or withdraws it, with a "
                            "reason; one that is out only by another person than who entered it.",
                 .request_schema = "QcCorrection",
                 .response_schema = "QcChange",
                 .status = 201},
       .access = staff(),
       .handler = correct},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/quality-control/decisions",
                 .id = "decide_qc_day",
                 .tag = "quality control",
                 .summary = "Accepts or rejects what was measured on a day that is out; nobody "
                            "accepts whose own result is out.",
                 .request_schema = "NewQcDecision",
                 .response_schema = "QcChange",
                 .status = 201},
       .access = staff(),
       .handler = decide},
  };
}

}  // namespace kres::api
