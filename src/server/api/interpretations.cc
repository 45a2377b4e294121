// Breakpoint versions, and stored results read under another one.
#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/answer_json.h"
#include "server/api/call_language.h"
#include "server/api/endpoint.h"
#include "server/api/measurement_json.h"
#include "server/api/services.h"
#include "server/http/query.h"
#include "workflow/isolate_status.h"
#include "workflow/reinterpret.h"

namespace kres::api {

namespace {

using laboratory::MeasurementRecord;
using susceptibility::Standard;
using workflow::Reinterpretation;
using Json = nlohmann::ordered_json;

constexpr int kPage = 100;
constexpr int kLargestPage = 1000;

// The one in force unless another is named.
Result<const Standard*> standard_asked_for(const Services& services, const Call& call) {
  const auto name = http::text_parameter(call.request.target, "version", "");
  if (name.empty()) return &services.standards.in_force();
  if (const auto* found = services.standards.find(name)) return found;
  std::vector<std::string> known;
  for (const auto& standard : services.standards.versions())
    known.push_back(standard.breakpoints.version());
  return bad_input("The breakpoint version is not at hand", {}, 0,
                   fmt::format("there are: {}", join(known, ", ")));
}

Result<http::Response> list_versions(Services& services, const Call&) {
  Json items = Json::array();
  for (const auto& standard : services.standards.versions()) {
    const auto& breakpoints = standard.breakpoints;
    items.push_back({{"version", breakpoints.version()},
                     {"valid_from", breakpoints.valid_from().iso()},
                     {"source", breakpoints.source()},
                     {"in_force", &standard == &services.standards.in_force()}});
  }
  return http::json_response(200, Json{{"items", std::move(items)}}.dump());
}

Json measured_value(const MeasurementRecord& measurement, const AgentTable& agents,
                    Language language) {
  return {{"id", measurement.id.value},
          {"agent", measurement.agent},
          {"agent_name", agent_name(agents, measurement.agent, language)},
          {"method", measurement.method},
          {"text", measurement.text()},
          {"unit", measurement.unit}};
}

Json changes_value(const susceptibility::InterpretationChange& change) {
  Json names = Json::array();
  if (change.category) names.push_back("category");
  if (change.breakpoint) names.push_back("breakpoint");
  if (change.wild_type) names.push_back("wild_type");
  if (change.remarks) names.push_back("remarks");
  return names;
}

http::Response reinterpretation_response(const Services& services, const Call& call,
                                         const std::string& accession, const Standard& standard,
                                         Reinterpretation all, Json answer) {
  const auto language = language_of(call);
  std::stable_sort(all.rows.begin(), all.rows.end(), [&](const auto& a, const auto& b) {
    return services.agents.order_of(a.measurement.agent) <
           services.agents.order_of(b.measurement.agent);
  });
  Json rows = Json::array();
  for (const auto& row : all.rows)
    rows.push_back(
        {{"measurement", measured_value(row.measurement, services.agents, language)},
         {"before", row.before ? interpretation_value(*row.before, language) : Json(nullptr)},
         {"after", interpretation_value(row.after, language)},
         {"changes", changes_value(row.change)}});
  const Json json{{"accession", accession},
                  {"organism", all.organism},
                  {"version", standard.breakpoints.version()},
                  {"answer", std::move(answer)},
                  {"rows", std::move(rows)}};
  return http::json_response(200, json.dump());
}

Result<http::Response> of_isolate(Services& services, const Call& call) {
  KRES_ASSIGN(const auto* standard, standard_asked_for(services, call));
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto isolate, workflow::isolate_named(*work, call.path["accession"]));
  KRES_ASSIGN(auto all, workflow::reinterpret_isolate(*work, isolate, *standard));
  return reinterpretation_response(services, call, isolate.accession, *standard, std::move(all),
                                   nullptr);
}

Result<http::Response> of_answer(Services& services, const Call& call) {
  KRES_ASSIGN(const auto* standard, standard_asked_for(services, call));
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto answer,
              work->answers().find(laboratory::AnswerId{parse_int(call.path["id"]).value_or(0)}));
  if (!answer) return fail({ErrorCode::not_found, "There is no such answer", {}, 0, {}});
  KRES_ASSIGN(auto all, workflow::reinterpret_answer(*work, *answer, *standard));
  return reinterpretation_response(services, call, answer->accession, *standard, std::move(all),
                                   answer_value(*answer));
}

Json isolate_item(const laboratory::ReportedResult& reported) {
  const Json answer = {{"id", reported.answer.value}, {"version", reported.answer_version}};
  return {{"accession", reported.accession},
          {"organism", reported.interpretation.organism},
          {"answer", reported.answer ? answer : Json(nullptr)},
          {"rows", Json::array()}};
}

Json changed_row(const Services& services, const workflow::ChangedCategory& row,
                 Language language) {
  return {{"measurement", measured_value(row.reported->measurement, services.agents, language)},
          {"before", interpretation_value(row.before, language)},
          {"after", interpretation_value(row.after, language)}};
}

// The changed categories of one page, gathered by isolate.
Result<Json> changes_of_page(const Services& services, laboratory::UnitOfWork& work,
                             const laboratory::ReportedPage& page, const Standard& standard,
                             Language language) {
  Json items = Json::array();
  int changed_rows = 0;
  for (auto rest = std::span(page.results); !rest.empty();) {
    const auto next = std::find_if(rest.begin(), rest.end(), [&](const auto& reported) {
      return reported.accession != rest.front().accession;
    });
    const auto of_isolate = rest.first(static_cast<std::size_t>(next - rest.begin()));
    rest = rest.subspan(of_isolate.size());
    KRES_ASSIGN(const auto changed, workflow::changed_categories(of_isolate, standard));
    if (changed.empty()) continue;
    changed_rows += static_cast<int>(changed.size());
    items.push_back(isolate_item(of_isolate.front()));
    KRES_ASSIGN(const auto decision, work.deliveries().decision_of(of_isolate.front().answer,
                                                                   standard.breakpoints.version()));
    items.back()["decision"] = decision_value(decision);
    for (const auto& row : changed)
      items.back()["rows"].push_back(changed_row(services, row, language));
  }
  return Json{{"version", standard.breakpoints.version()},
              {"items", std::move(items)},
              {"isolates", page.isolates},
              {"rows", page.results.size()},
              {"changed_rows", changed_rows}};
}

Result<http::Response> list_changes(Services& services, const Call& call) {
  const auto& target = call.request.target;
  KRES_ASSIGN(const auto* standard, standard_asked_for(services, call));
  const auto cursor = http::text_parameter(target, "cursor", "0");
  const auto after = parse_int(cursor);
  if (!after || *after < 0) return bad_input("the cursor is not one of this list");
  KRES_ASSIGN(const auto work, services.registry().read());
  auto& interpretations = work->interpretations();
  KRES_ASSIGN(const auto page,
              interpretations.reported({*after}, http::integer_parameter(target, "limit", kPage)));
  KRES_ASSIGN(const auto total, interpretations.explained_isolates());
  KRES_ASSIGN(auto json, changes_of_page(services, *work, page, *standard, language_of(call)));
  json["total"] = total;
  json["next_cursor"] = page.next ? std::to_string(page.next.value) : std::string();
  return http::json_response(200, json.dump());
}

const http::QueryParameter kVersion{
    "version", "string", "Breakpoint version; the one in force if left out", {}};
const http::QueryParameter kLanguage{"lang", "string", "Language of the texts", {"nb", "en"}};

}  // namespace

std::vector<Endpoint> interpretation_endpoints() {
  return {
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/breakpoint-versions",
                 .id = "list_breakpoint_versions",
                 .tag = "interpretations",
                 .summary = "The breakpoint versions at hand, and which is in force.",
                 .response_schema = "BreakpointVersionList"},
       .access = readers(),
       .handler = list_versions},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/isolates/{accession}/interpretations",
                 .id = "reinterpret_isolate",
                 .tag = "interpretations",
                 .summary = "Its measurements as they are stored and under another version.",
                 .response_schema = "Reinterpretation",
                 .query = {kVersion, kLanguage}},
       .access = readers(),
       .handler = of_isolate},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/answers/{id}/interpretations",
                 .id = "reinterpret_answer",
                 .tag = "interpretations",
                 .summary =
                     "What an answer says of its measurements, and what another version says.",
                 .response_schema = "Reinterpretation",
                 .query = {kVersion, kLanguage}},
       .access = readers(),
       .handler = of_answer},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/interpretation-changes",
                 .id = "list_interpretation_changes",
                 .tag = "interpretations",
                 .summary = "Reported categories that change under another version, isolate by "
                            "isolate.",
                 .response_schema = "InterpretationChanges",
                 .query = {kVersion,
                           kLanguage,
                           {"cursor", "string", "next_cursor of the page before", {}},
                           {"limit", "integer", "Isolates to look at", {}, 1, kLargestPage}}},
       .access = readers(),
       .handler = list_changes},
  };
}

}  // namespace kres::api
