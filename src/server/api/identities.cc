// Whose isolate it is: the number entered, shown to those who need it, patients of two hospitals.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "workflow/identities.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLongestNumber = 20;
constexpr std::size_t kLongestReason = 500;

Json view_value(const workflow::PatientView& view) {
  Json elsewhere = Json::array();
  for (const auto& patient : view.elsewhere)
    elsewhere.push_back({{"patient", patient.id.value}, {"laboratory", patient.laboratory}});
  Json links = Json::array();
  for (const auto& link : view.links)
    links.push_back({{"patient", (link.first == view.patient ? link.second : link.first).value},
                     {"reason", link.reason},
                     {"linked", iso_utc(link.linked)},
                     {"linked_by", link.linked_by}});
  return {{"patient", view.patient ? Json(view.patient.value) : Json(nullptr)},
          {"isolates", view.accessions},
          {"elsewhere", std::move(elsewhere)},
          {"links", std::move(links)}};
}

Result<http::Response> enter(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto number, required_text(body, "number", kLongestNumber));
  KRES_ASSIGN(const auto view, workflow::enter_identity(services.desk.services, services.vault,
                                                        call.path["accession"], number,
                                                        call.caller->person.username));
  return http::json_response(200, view_value(view).dump());
}

Result<http::Response> read_number(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto reason, required_text(body, "reason", kLongestReason));
  KRES_ASSIGN(const auto number, workflow::read_identity(services.desk.services, services.vault,
                                                         call.path["accession"], reason,
                                                         call.caller->person.username));
  return http::json_response(200, Json{{"number", number}}.dump());
}

Result<http::Response> read_patient(Services& services, const Call& call) {
  KRES_ASSIGN(const auto view,
              workflow::patient_of(services.desk.services, call.path["accession"]));
  return http::json_response(200, view_value(view).dump());
}

Result<http::Response> link(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto reason, required_text(body, "reason", kLongestReason));
  const auto other = body.find("patient");
  if (other == body.end() || !other->is_number_integer())
    return bad_input("The field 'patient' is no number of a patient");
  KRES_TRY(workflow::link_patients(services.desk.services,
                                   {.first = {parse_int(call.path["id"]).value_or(0)},
                                    .second = {other->get<std::int64_t>()},
                                    .reason = reason,
                                    .linked = services.clock().now(),
                                    .linked_by = call.caller->person.username}));
  return http::empty_response(204);
}

}  // namespace

std::vector<Endpoint> identity_endpoints() {
  return {
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/isolates/{accession}/patient",
                 .id = "read_patient",
                 .tag = "patients",
                 .summary = "The patient of an isolate, without the number: other isolates, and "
                            "patients of other hospitals with the same number.",
                 .response_schema = "PatientView"},
       .access = readers(),
       .handler = read_patient},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/isolates/{accession}/identity",
                 .id = "enter_identity",
                 .tag = "patients",
                 .summary = "States the national identity number of the isolate's patient; it is "
                            "stored encrypted.",
                 .request_schema = "IdentityEntry",
                 .response_schema = "PatientView",
                 .body_limit = 4096},
       .access = staff(),
       .handler = enter},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/isolates/{accession}/identity/readings",
                 .id = "read_identity",
                 .tag = "patients",
                 .summary = "The national identity number, to one who says what for; every reading "
                            "is an audit event with its reason.",
                 .request_schema = "IdentityReading",
                 .response_schema = "Identity",
                 .body_limit = 4096},
       .access = in_person(only(laboratory::Role::microbiologist)),
       .handler = read_number},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/patients/{id}/links",
                 .id = "link_patients",
                 .tag = "patients",
                 .summary = "Says that patients of two hospitals are one person, and how that is "
                            "known.",
                 .request_schema = "NewPatientLink",
                 .status = 204},
       .access = in_person(only(laboratory::Role::microbiologist)),
       .handler = link},
  };
}

}  // namespace kres::api
