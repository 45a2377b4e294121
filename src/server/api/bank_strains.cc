// Strains of the bank: banked, grown on, checked; movements of their vials; what is due.
#include <limits>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/bank_body.h"
#include "server/api/bank_json.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "server/api/strain_detail.h"
#include "workflow/bank/due.h"
#include "workflow/bank/places.h"
#include "workflow/bank/strains.h"
#include "workflow/bank/vials.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;

Result<http::Response> strain_response(Services& services, const std::string& number, int status) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto strain, workflow::strain_numbered(*work, number));
  KRES_ASSIGN(const auto json, strain_detail(services.bank, *work, strain));
  return http::json_response(status, json.dump());
}

Result<http::Response> bank(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto terms, terms_in(body));
  KRES_ASSIGN(const auto lot, lot_in(body));
  KRES_ASSIGN(const auto strain, workflow::bank_isolate(services.bank, call.path["accession"],
                                                        terms, lot, call.caller->person.username));
  KRES_ASSIGN(auto response, strain_response(services, strain.number, 201));
  return response.with("Location", "/api/v1/bank/strains/" + strain.number);
}

Result<http::Response> read_strain(Services& services, const Call& call) {
  return strain_response(services, call.path["number"], 200);
}

Result<http::Response> add_lot(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto lot, lot_in(body));
  KRES_TRY(
      workflow::add_lot(services.bank, call.path["number"], lot, call.caller->person.username));
  return strain_response(services, call.path["number"], 201);
}

Result<http::Response> set_terms(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(auto terms, terms_in(body));
  KRES_TRY(workflow::change_terms(services.bank, call.path["number"], std::move(terms),
                                  call.caller->person.username));
  return strain_response(services, call.path["number"], 201);
}

Result<http::Response> enter_check(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(auto check, check_in(body, services.agents));
  const auto stated = parse_int(call.path["lot"]).value_or(0);
  const int lot = stated <= std::numeric_limits<int>::max() ? static_cast<int>(stated) : 0;
  KRES_TRY(workflow::enter_check(services.bank, call.path["number"], lot, std::move(check),
                                 call.caller->person.username));
  return strain_response(services, call.path["number"], 201);
}

Result<http::Response> move_vial(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  workflow::EnteredMovement entered;
  KRES_ASSIGN(const auto kind, required_text(body, "kind", kLongestName));
  const auto known = laboratory::movement_kind_from(kind);
  if (!known || *known == laboratory::MovementKind::stored)
    return bad_input("The kind is none of moved, thawed, removed");
  entered.kind = *known;
  if (body.contains("to") && !body["to"].is_null()) {
    KRES_ASSIGN(entered.to, spot_in(body["to"]));
  }
  KRES_ASSIGN(entered.reason, optional_text(body, "reason", kLongestName));
  KRES_ASSIGN(entered.comment, optional_text(body, "comment", laboratory::kLongestBankComment));
  KRES_ASSIGN(const auto vial, workflow::move_vial(services.bank, call.path["code"], entered,
                                                   call.caller->person.username));
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto tree, workflow::place_tree(*work));
  return http::json_response(201, vial_value(vial, tree).dump());
}

Json due_lot_value(const workflow::DueLot& due) {
  return {{"strain", due.lot.strain},
          {"accession", due.lot.accession},
          {"species", due.lot.species},
          {"lot", due.lot.lot.number},
          {"due", due.due.iso()},
          {"days_left", due.days_left},
          {"last",
           due.lot.checks.empty() ? Json(nullptr) : Json(due.lot.checks.front().checked.iso())}};
}

Result<std::string> due_text(const Services& services, laboratory::UnitOfWork& work) {
  KRES_ASSIGN(const auto tree, workflow::place_tree(work));
  KRES_ASSIGN(const auto due, workflow::due_in_bank(services.bank, work, tree));
  const auto& rules = services.bank.rules;
  Json json = {{"notice_days", rules.notice_days}, {"viability_months", rules.viability_months},
               {"thaw_limit", rules.thaw_limit},   {"least_sites", rules.least_sites},
               {"viability", Json::array()},       {"thawed", Json::array()},
               {"few_sites", Json::array()}};
  for (const auto& lot : due.viability) json["viability"].push_back(due_lot_value(lot));
  for (const auto& vial : due.thawed) json["thawed"].push_back(shown_vial_value(vial, tree));
  for (const auto& strain : due.few_sites)
    json["few_sites"].push_back({{"strain", strain.strain},
                                 {"accession", strain.accession},
                                 {"species", strain.species},
                                 {"sites", strain.sites}});
  return json.dump();
}

Result<http::Response> list_due(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto text, services.kept.due.get(*work, services.clock().today().iso(),
                                                     [&] { return due_text(services, *work); }));
  return http::json_response(200, *text);
}

// What a page offers to choose from.
Result<http::Response> list_rules(Services& services, const Call&) {
  const auto& rules = services.bank.rules;
  Json reasons = Json::array(), sheets = Json::array();
  for (const auto& reason : rules.reasons)
    reasons.push_back({{"code", reason.code},
                       {"nb", reason.name.nb},
                       {"en", reason.name.en},
                       {"by_person", reason.by_person},
                       {"needs_comment", reason.needs_comment}});
  for (const auto& sheet : services.label_sheets.all())
    sheets.push_back({{"id", sheet.id},
                      {"nb", sheet.name.nb},
                      {"en", sheet.name.en},
                      {"labels", sheet.labels()}});
  const Json json = {
      {"removal_reasons", std::move(reasons)}, {"label_sheets", std::move(sheets)},
      {"thaw_limit", rules.thaw_limit},        {"viability_months", rules.viability_months},
      {"notice_days", rules.notice_days},      {"least_sites", rules.least_sites}};
  return http::json_response(200, json.dump());
}

Endpoint change(std::string_view pattern, std::string_view id, std::string_view summary,
                std::string_view request, Handler handler) {
  return {.route = {.method = http::Method::post,
                    .pattern = pattern,
                    .id = id,
                    .tag = "bank",
                    .summary = summary,
                    .request_schema = request,
                    .response_schema = "StrainDetail",
                    .status = 201},
          .access = staff(),
          .handler = handler};
}

}  // namespace

std::vector<Endpoint> bank_strain_endpoints() {
  auto move = change("/api/v1/bank/vials/{code}/movements", "move_vial",
                     "Moves, thaws or removes a vial.", "NewMovement", move_vial);
  move.route.response_schema = "Vial";
  return {change("/api/v1/isolates/{accession}/strain", "bank_isolate",
                 "Takes an isolate into the strain bank with its first lot.", "NewStrain", bank),
          {.route = {.method = http::Method::get,
                     .pattern = "/api/v1/bank/strains/{number}",
                     .id = "read_strain",
                     .tag = "bank",
                     .summary = "A strain with its lots, vials, checks and movements.",
                     .response_schema = "StrainDetail"},
           .access = readers(),
           .handler = read_strain},
          change("/api/v1/bank/strains/{number}/lots", "add_lot",
                 "Adds a lot grown from the isolate or from an earlier lot.", "NewLot", add_lot),
          change("/api/v1/bank/strains/{number}/terms", "set_strain_terms",
                 "Sets risk group, distribution and origin; the terms before are kept.",
                 "NewStrainTerms", set_terms),
          change("/api/v1/bank/strains/{number}/lots/{lot}/checks", "enter_lot_check",
                 "Enters a check of identity or viability.", "NewLotCheck", enter_check),
          std::move(move),
          {.route = {.method = http::Method::get,
                     .pattern = "/api/v1/bank/due",
                     .id = "list_due_in_bank",
                     .tag = "bank",
                     .summary = "Viability checks that are due, vials thawed too often, strains at "
                                "too few sites.",
                     .response_schema = "DueInBank"},
           .access = readers(),
           .handler = list_due},
          {.route = {.method = http::Method::get,
                     .pattern = "/api/v1/bank/rules",
                     .id = "list_bank_rules",
                     .tag = "bank",
                     .summary = "Reasons for removal, sheets of labels and limits.",
                     .response_schema = "BankRules"},
           .access = readers(),
           .handler = list_rules}};
}

}  // namespace kres::api
