// Measurements of an isolate: the panel of its species, what an entry would mean, and the entry.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/body.h"
#include "server/api/call_language.h"
#include "server/api/endpoint.h"
#include "server/api/isolate_summary.h"
#include "server/api/job_json.h"
#include "server/api/measurement_json.h"
#include "server/api/services.h"
#include "server/http/etag.h"
#include "server/http/query.h"
#include "susceptibility/measurement_entry.h"
#include "workflow/enter_measurements.h"
#include "workflow/isolate_organism.h"
#include "workflow/isolate_status.h"
#include "workflow/measurements.h"

namespace kres::api {

namespace {

using susceptibility::CoveredAgent;
using susceptibility::ReadRow;
using susceptibility::TypedRow;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMostRows = 200;

// What rows are read for.
struct Subject {
  laboratory::Isolate isolate;
  std::string organism;
  std::vector<CoveredAgent> panel;
};

Result<Subject> find_subject(const Services& services, const Call& call) {
  Subject subject;
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(subject.isolate, workflow::isolate_named(*work, call.path["accession"]));
  KRES_ASSIGN(subject.organism, workflow::organism_of(*work, subject.isolate));
  subject.panel = covered_agents(subject.organism, services.standards.in_force(), services.agents);
  return subject;
}

Result<TypedRow> typed_row(const nlohmann::json& object) {
  TypedRow row;
  if (!object.is_object()) return bad_input("A measurement is not a JSON object");
  KRES_ASSIGN(row.agent, required_text(object, "agent", 80));
  KRES_ASSIGN(row.method, required_text(object, "method", 40));
  KRES_ASSIGN(row.value, required_text(object, "value", 24));
  KRES_ASSIGN(row.system, optional_text(object, "system", 80));
  KRES_ASSIGN(row.sign, optional_text(object, "sign", 4));
  KRES_ASSIGN(row.unit, optional_text(object, "unit", 12));
  KRES_ASSIGN(row.indication, optional_text(object, "indication", 40));
  KRES_ASSIGN(row.route, optional_text(object, "route", 10));
  KRES_ASSIGN(row.date, optional_text(object, "date", 10));
  return row;
}

Result<std::vector<TypedRow>> typed_rows(const nlohmann::json& body) {
  const auto field = body.find("measurements");
  if (field == body.end() || !field->is_array() || field->empty())
    return bad_input("The field 'measurements' is no list with something in it");
  if (field->size() > kMostRows)
    return bad_input(fmt::format("More than {} measurements at once", kMostRows));
  std::vector<TypedRow> rows;
  for (const auto& object : *field) {
    KRES_ASSIGN(auto row, typed_row(object));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<ReadRow> read_rows(const Services& services, const Subject& subject,
                               const std::vector<TypedRow>& rows) {
  return read_entry(rows,
                    {.isolate = subject.isolate.accession,
                     .organism = subject.organism,
                     .today = services.clock().today()},
                    subject.panel, services.agents);
}

Json panel_value(const CoveredAgent& entry, Language language) {
  return {{"agent", entry.agent->name},
          {"agent_name", entry.agent->title.in(language)},
          {"class", entry.agent->drug_class},
          {"mic", entry.mic},
          {"zone", entry.zone},
          {"disk_ug", entry.disk_ug},
          {"method", entry.method ? name_of(*entry.method) : std::string_view()}};
}

Json about(const Services& services, const Subject& subject) {
  return {{"organism", subject.organism},
          {"version", services.standards.in_force().breakpoints.version()}};
}

Result<http::Response> read_panel(Services& services, const Call& call) {
  KRES_ASSIGN(const auto subject, find_subject(services, call));
  auto json = about(services, subject);
  json["agents"] = Json::array();
  for (const auto& entry : subject.panel)
    json["agents"].push_back(panel_value(entry, language_of(call)));
  return http::json_response(200, json.dump());
}

// Of the days that stand in the rows.
Result<void> control(const Services& services,
                     std::vector<susceptibility::Interpretation>& interpretations) {
  std::vector<laboratory::MeasurementRecord> records;
  for (const auto& interpretation : interpretations) {
    records.push_back(workflow::record_of(interpretation.measurement));
    records.back().entered = services.clock().now();
  }
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto days,
              workflow::control_of(*work, services.standards.in_force().control, records));
  workflow::apply_control(interpretations, days);
  return {};
}

Result<http::Response> preview(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto rows, typed_rows(body));
  KRES_ASSIGN(const auto subject, find_subject(services, call));
  auto json = about(services, subject);
  json["rows"] = Json::array();
  const auto read = read_rows(services, subject, rows);
  std::vector<susceptibility::Measurement> possible;
  for (const auto& row : read)
    if (row) possible.push_back(*row);
  auto interpretations = interpret_isolate(possible, services.standards.in_force());
  KRES_TRY(control(services, interpretations));
  auto next = interpretations.begin();
  for (const auto& row : read) {
    const auto interpretation =
        row ? interpretation_value(*next++, language_of(call)) : Json(nullptr);
    json["rows"].push_back(
        {{"fault", row ? std::string() : row.error()}, {"interpretation", interpretation}});
  }
  return http::json_response(200, json.dump());
}

// Everything as measurements; the first fault with its row if there is one.
Result<std::vector<susceptibility::Measurement>> faultless(const std::vector<TypedRow>& typed,
                                                           const std::vector<ReadRow>& rows) {
  std::vector<susceptibility::Measurement> measurements;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i])
      return bad_input(
          fmt::format("row {}, {} {}: {}", i + 1, typed[i].agent, typed[i].value, rows[i].error()));
    measurements.push_back(*rows[i]);
  }
  return measurements;
}

Result<http::Response> enter(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto typed, typed_rows(body));
  KRES_ASSIGN(const auto subject, find_subject(services, call));
  const auto& isolate = subject.isolate;
  if (auto stale = http::check_if_match(call.request, etag_of(isolate))) return *std::move(stale);
  KRES_ASSIGN(const auto measurements, faultless(typed, read_rows(services, subject, typed)));
  KRES_ASSIGN(const auto reason,
              optional_text(body, "reason", laboratory::kLongestCorrectionReason));
  KRES_ASSIGN(const auto entered,
              workflow::enter_measurements(services.desk.services, isolate.accession, measurements,
                                           reason, call.caller->person.username, isolate.revision));
  if (entered.job) services.job_added();
  Json json{{"added", Json::array()},
            {"job", entered.job ? job_value(*entered.job) : Json(nullptr)}};
  for (const auto& id : entered.added) json["added"].push_back(id.value);
  return http::json_response(201, json.dump()).with("ETag", etag_of(entered.isolate));
}

const http::QueryParameter kLanguage{"lang", "string", "Language of the texts", {"nb", "en"}};

}  // namespace

std::vector<Endpoint> measurement_endpoints() {
  return {
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/isolates/{accession}/panel",
                 .id = "read_panel",
                 .tag = "measurements",
                 .summary =
                     "The agents that the breakpoints in force can speak of for its species.",
                 .response_schema = "Panel",
                 .query = {kLanguage}},
       .access = readers(),
       .handler = read_panel},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/isolates/{accession}/measurements/preview",
                 .id = "preview_measurements",
                 .tag = "measurements",
                 .summary = "What typed measurements would mean, and what is wrong with them; "
                            "stores nothing.",
                 .request_schema = "MeasurementEntry",
                 .response_schema = "EntryPreview",
                 .query = {kLanguage}},
       .access = staff(),
       .handler = preview},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/isolates/{accession}/measurements",
                 .id = "enter_measurements",
                 .tag = "measurements",
                 .summary = "Stores measurements, all or none; one by the same agent and method as "
                            "a stored one corrects it.",
                 .request_schema = "MeasurementEntry",
                 .response_schema = "EnteredMeasurements",
                 .status = 201,
                 .tagged = true,
                 .conditional = true},
       .access = staff(),
       .handler = enter},
  };
}

}  // namespace kres::api
