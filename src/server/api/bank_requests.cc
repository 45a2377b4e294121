// Requests for strains and the agreements they rest on.
#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/lists/list_pdf.h"
#include "server/api/bank_body.h"
#include "server/api/bank_json.h"
#include "server/api/body.h"
#include "server/api/call_language.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "server/http/query.h"
#include "workflow/bank/picking.h"
#include "workflow/bank/places.h"
#include "workflow/bank/requests.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;
using laboratory::Agreement;
using laboratory::RequestState;
using laboratory::StrainRequest;

constexpr int kRequestsListed = 200;
constexpr int kMostNumbers = std::numeric_limits<int>::max();
constexpr std::size_t kLargestDocument = 10 * 1024 * 1024;  // bytes

const BilingualText kPickingList{"Plukkliste", "Picking list"};
const BilingualText kPageOf{"Side {page} av {pages}", "Page {page} of {pages}"};
const BilingualText kPickColumns[] = {
    {"Hvor", "Where"}, {"Rør", "Vial"}, {"Tint", "Thaws"}, {"Plukket", "Picked"}};
constexpr double kPickShares[] = {4, 2, 0.8, 1};

Json agreement_value(const Agreement& agreement, Date today) {
  return {{"id", agreement.id.value},
          {"institution", agreement.institution},
          {"reference", agreement.reference},
          {"valid_from", agreement.valid_from.iso()},
          {"valid_until", agreement.valid_until.iso()},
          {"valid_today", agreement.is_valid_on(today)},
          {"document", !agreement.sha256.empty()},
          {"entered_by", agreement.entered_by},
          {"entered", iso_utc(agreement.entered)}};
}

Json request_value(const StrainRequest& request) {
  Json strains = Json::array();
  for (const auto& asked : request.strains)
    strains.push_back({{"number", asked.number}, {"vials", asked.vials}});
  return {{"number", request.number},           {"institution", request.institution},
          {"person", request.person},           {"contact", request.contact},
          {"purpose", request.purpose},         {"containment", request.containment},
          {"nagoya", request.nagoya},           {"state", name_of(request.state)},
          {"strains", std::move(strains)},      {"entered_by", request.entered_by},
          {"entered", iso_utc(request.entered)}};
}

Json vials_value(const std::vector<laboratory::Vial>& vials, const laboratory::PlaceTree& tree) {
  Json items = Json::array();
  for (const auto& vial : vials) items.push_back(vial_value(vial, tree));
  return items;
}

// With its steps, its agreement, and the vials picked or to be picked.
Result<http::Response> request_response(Services& services, const std::string& number, int status) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto request, workflow::request_numbered(*work, number));
  KRES_ASSIGN(const auto steps, work->strain_requests().steps_of(request.id));
  KRES_ASSIGN(const auto agreement, work->strain_requests().find_agreement(request.agreement));
  KRES_ASSIGN(const auto picked, work->strain_requests().picked_for(request.id));
  KRES_ASSIGN(const auto suggested, workflow::vials_to_pick(*work, request));
  KRES_ASSIGN(const auto tree, workflow::place_tree(*work));
  auto json = request_value(request);
  json["agreement"] =
      agreement ? agreement_value(*agreement, services.clock().today()) : Json(nullptr);
  json["picked"] = vials_value(picked, tree);
  json["to_pick"] =
      request.state == RequestState::approved ? vials_value(suggested, tree) : Json::array();
  json["steps"] = Json::array();
  for (const auto& step : steps)
    json["steps"].push_back({{"state", name_of(step.state)},
                             {"comment", step.comment},
                             {"person", step.person},
                             {"at", iso_utc(step.at)}});
  return http::json_response(status, json.dump());
}

Result<http::Response> list_agreements(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto agreements, work->strain_requests().agreements());
  Json items = Json::array();
  for (const auto& agreement : agreements)
    items.push_back(agreement_value(agreement, services.clock().today()));
  return http::json_response(200, Json{{"items", std::move(items)}}.dump());
}

Result<http::Response> add_agreement(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  Agreement agreement;
  KRES_ASSIGN(agreement.institution, required_text(body, "institution", kLongestName));
  KRES_ASSIGN(agreement.reference, required_text(body, "reference", kLongestName));
  KRES_ASSIGN(agreement.valid_from, required_day(body, "valid_from"));
  KRES_ASSIGN(agreement.valid_until, required_day(body, "valid_until"));
  KRES_ASSIGN(agreement, workflow::add_agreement(services.bank, std::move(agreement),
                                                 call.caller->person.username));
  return http::json_response(201, agreement_value(agreement, services.clock().today()).dump());
}

laboratory::AgreementId agreement_in(const Call& call) {
  return {parse_int(call.path["id"]).value_or(0)};
}

Result<http::Response> attach_document(Services& services, const Call& call) {
  KRES_ASSIGN(const auto agreement,
              workflow::attach_agreement_document(services.bank, agreement_in(call),
                                                  call.request.body, call.caller->person.username));
  return http::json_response(201, agreement_value(agreement, services.clock().today()).dump());
}

Result<http::Response> read_document(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto agreement, work->strain_requests().find_agreement(agreement_in(call)));
  if (!agreement || agreement->sha256.empty())
    return fail({ErrorCode::not_found, "There is no document of this agreement", {}, 0, {}});
  KRES_ASSIGN(auto bytes, services.bank.services.blobs.read(agreement->sha256));
  http::Response response{
      .status = 200, .content_type = "application/pdf", .body = std::move(bytes), .headers = {}};
  return response.with("Content-Disposition", "inline; filename=\"agreement.pdf\"");
}

Result<http::Response> list_requests(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto requests, work->strain_requests().recent(kRequestsListed));
  Json items = Json::array();
  for (const auto& request : requests) items.push_back(request_value(request));
  return http::json_response(200, Json{{"items", std::move(items)}}.dump());
}

Result<std::vector<laboratory::RequestedStrain>> strains_in(const nlohmann::json& body) {
  const auto list = body.find("strains");
  if (list == body.end() || !list->is_array() || list->size() > laboratory::kMostStrainsAsked)
    return bad_input("The field 'strains' is no list of strains");
  std::vector<laboratory::RequestedStrain> strains;
  for (const auto& item : *list) {
    if (!item.is_object()) return bad_input("A strain is an object with number and vials");
    laboratory::RequestedStrain asked;
    KRES_ASSIGN(asked.number, required_text(item, "number", kLongestName));
    KRES_ASSIGN(asked.vials, required_whole(item, "vials", 1, laboratory::kMostVialsOfAStrain));
    strains.push_back(std::move(asked));
  }
  return strains;
}

Result<http::Response> add_request(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  StrainRequest request;
  KRES_ASSIGN(request.institution, required_text(body, "institution", kLongestName));
  KRES_ASSIGN(request.person, required_text(body, "person", kLongestName));
  KRES_ASSIGN(request.contact, required_text(body, "contact", kLongestName));
  KRES_ASSIGN(request.purpose, required_text(body, "purpose", laboratory::kLongestBankComment));
  KRES_ASSIGN(request.containment, required_whole(body, "containment", 1, 3));
  KRES_ASSIGN(request.nagoya, optional_text(body, "nagoya", laboratory::kLongestBankComment));
  KRES_ASSIGN(request.strains, strains_in(body));
  KRES_ASSIGN(request, workflow::add_request(services.bank, std::move(request),
                                             call.caller->person.username));
  return request_response(services, request.number, 201);
}

Result<http::Response> read_request(Services& services, const Call& call) {
  return request_response(services, call.path["number"], 200);
}

Result<http::Response> take_step(Services& services, const Call& call, RequestState next) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  workflow::EnteredStep step{.next = next, .comment = {}, .agreement = {}, .vials = {}};
  KRES_ASSIGN(step.comment, optional_text(body, "comment", laboratory::kLongestBankComment));
  KRES_ASSIGN(const auto agreement, optional_whole(body, "agreement", 1, kMostNumbers));
  step.agreement = {agreement.value_or(0)};
  KRES_ASSIGN(step.vials, text_list(body, "vials", workflow::kMostVialsAtOnce));
  KRES_TRY(
      workflow::take_step(services.bank, call.path["number"], step, call.caller->person.username));
  return request_response(services, call.path["number"], 200);
}

Result<http::Response> approve(Services& services, const Call& call) {
  return take_step(services, call, RequestState::approved);
}

Result<http::Response> decline(Services& services, const Call& call) {
  return take_step(services, call, RequestState::declined);
}

// Every step that is no decision.
Result<http::Response> go_on(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto state, required_text(body, "state", kLongestName));
  const auto next = laboratory::request_state_from(state);
  if (!next || *next == RequestState::approved || *next == RequestState::declined)
    return bad_input("The state is none of picked, shipped, received, withdrawn");
  return take_step(services, call, *next);
}

Result<http::Response> print_picking_list(Services& services, const Call& call) {
  const auto language = language_of(call);
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto request, workflow::request_numbered(*work, call.path["number"]));
  KRES_ASSIGN(const auto tree, workflow::place_tree(*work));
  KRES_ASSIGN(const auto vials, workflow::vials_to_pick(*work, request));
  report::lists::ListDocument document{
      .metadata = {.title = fmt::format("{} {}", kPickingList.in(language), request.number),
                   .author = "K-res",
                   .subject = {},
                   .language = language == Language::nb ? "nb-NO" : "en-GB",
                   .created = services.clock().now()},
      .subtitle = fmt::format("{}, {}", request.institution, services.clock().today().iso()),
      .page_of = kPageOf.in(language),
      .columns = {},
      .sections = {{}}};
  for (std::size_t i = 0; i < std::size(kPickColumns); ++i)
    document.columns.push_back({kPickColumns[i].in(language), kPickShares[i]});
  for (const auto& vial : vials)
    document.sections.front().rows.push_back({tree.spot(vial.spot->box, vial.spot->position),
                                              vial.code, std::to_string(vial.thaws), "☐"});
  KRES_ASSIGN(auto pdf, report::lists::list_pdf(document));
  http::Response response{
      .status = 200, .content_type = "application/pdf", .body = std::move(pdf), .headers = {}};
  return response.with("Content-Disposition",
                       fmt::format("inline; filename=\"picking-{}.pdf\"", request.number));
}

Endpoint row(http::Method method, std::string_view pattern, std::string_view id,
             std::string_view summary, std::string_view request, std::string_view response,
             int status, Handler handler) {
  return {.route = {.method = method,
                    .pattern = pattern,
                    .id = id,
                    .tag = "bank",
                    .summary = summary,
                    .request_schema = request,
                    .response_schema = response,
                    .status = status},
          .access = method == http::Method::get ? readers() : staff(),
          .handler = handler};
}

Endpoint agreement_document_row() {
  auto store =
      row(http::Method::post, "/api/v1/bank/agreements/{id}/document", "store_agreement_document",
          "Stores the signed agreement, a PDF, once.", "", "Agreement", 201, attach_document);
  store.route.request_type = "application/pdf";
  store.route.body_limit = kLargestDocument;
  return store;
}

Endpoint decision(std::string_view pattern, std::string_view id, std::string_view summary,
                  std::string_view schema, Handler handler) {
  auto endpoint =
      row(http::Method::post, pattern, id, summary, schema, "StrainRequest", 200, handler);
  endpoint.access = only(laboratory::Role::microbiologist);
  return endpoint;
}

}  // namespace

std::vector<Endpoint> bank_request_endpoints() {
  using enum http::Method;
  auto document = row(get, "/api/v1/bank/agreements/{id}/document", "read_agreement_document",
                      "The signed agreement.", "", "", 200, read_document);
  document.route.response_type = "application/pdf";
  auto picking =
      row(get, "/api/v1/bank/requests/{number}/picking-list", "print_picking_list",
          "Where the vials to pick stand, to print and tick off.", "", "", 200, print_picking_list);
  picking.route.response_type = "application/pdf";
  picking.route.query = {{"lang", "string", "Language of the print", {"nb", "en"}}};
  return {row(get, "/api/v1/bank/agreements", "list_agreements",
              "Agreements with institutions, the last to end first.", "", "AgreementList", 200,
              list_agreements),
          row(post, "/api/v1/bank/agreements", "add_agreement", "Enters an agreement.",
              "NewAgreement", "Agreement", 201, add_agreement),
          agreement_document_row(),
          std::move(document),
          row(get, "/api/v1/bank/requests", "list_strain_requests",
              "The newest 200 requests for strains.", "", "StrainRequestList", 200, list_requests),
          row(post, "/api/v1/bank/requests", "add_strain_request",
              "Enters a request of an institution.", "NewStrainRequest", "StrainRequest", 201,
              add_request),
          row(get, "/api/v1/bank/requests/{number}", "read_strain_request",
              "A request with its steps and vials.", "", "StrainRequest", 200, read_request),
          decision("/api/v1/bank/requests/{number}/approval", "approve_strain_request",
                   "Approves a request under a valid agreement; not by who entered it.",
                   "RequestApproval", approve),
          decision("/api/v1/bank/requests/{number}/refusal", "decline_strain_request",
                   "Declines a request and says why.", "RequestRefusal", decline),
          row(post, "/api/v1/bank/requests/{number}/steps", "advance_strain_request",
              "Picks, ships, notes the receipt or the withdrawal.", "RequestStep", "StrainRequest",
              200, go_on),
          std::move(picking)};
}

}  // namespace kres::api
