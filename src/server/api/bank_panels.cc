// Panels of strains: tried, made with blinded codes, printed, opened.
#include <nlohmann/json.hpp>

#include "server/api/body.h"
#include "server/api/catalogue_json.h"
#include "server/api/endpoint.h"
#include "server/api/print_response.h"
#include "server/api/services.h"
#include "server/auth/token.h"
#include "server/http/query.h"
#include "workflow/bank/panels.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;
using laboratory::StrainPanel;

Json outcomes_value(const laboratory::PanelSelection& selection) {
  Json groups = Json::array();
  for (const auto& group : selection.groups)
    groups.push_back({{"name", group.group},
                      {"asked", group.asked},
                      {"found", group.found},
                      {"chosen", group.chosen}});
  return groups;
}

// The strains and groups of members stand in it only once the key is open.
Json panel_value(const StrainPanel& panel) {
  Json members = Json::array();
  for (const auto& member : panel.members) {
    Json json = {{"code", member.code}};
    json["strain"] = panel.is_open() ? Json(member.number) : Json(nullptr);
    json["group"] = panel.is_open() ? Json(member.group) : Json(nullptr);
    members.push_back(std::move(json));
  }
  return {{"number", panel.number},
          {"title", panel.title},
          {"query", Json::parse(panel.query, nullptr, false)},
          {"key_digest", panel.key_digest},
          {"made_by", panel.made_by},
          {"made", iso_utc(panel.made)},
          {"opened_by", panel.opened_by},
          {"opened", panel.opened ? Json(iso_utc(*panel.opened)) : Json(nullptr)},
          {"members", std::move(members)}};
}

Result<http::Response> list_panels(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto panels, work->strain_panels().all());
  Json items = Json::array();
  for (const auto& panel : panels) items.push_back(panel_value(panel));
  return http::json_response(200, Json{{"items", std::move(items)}}.dump());
}

// How many fit, not which: whoever asks may be who is blinded.
Result<http::Response> try_panel(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto query, panel_in(body));
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto selection, workflow::try_panel(*work, query));
  return http::json_response(200, Json{{"groups", outcomes_value(selection)}}.dump());
}

Result<http::Response> make_panel(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto query, panel_in(body));
  KRES_ASSIGN(const auto panel,
              workflow::make_panel(services.bank, query, panel_query_value(query).dump(),
                                   random_number, call.caller->person.username));
  return http::json_response(201, panel_value(panel).dump());
}

Result<http::Response> read_panel(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto panel, workflow::panel_numbered(*work, call.path["number"]));
  return http::json_response(200, panel_value(panel).dump());
}

Result<http::Response> open_panel(Services& services, const Call& call) {
  KRES_ASSIGN(const auto panel, workflow::open_panel(services.bank, call.path["number"],
                                                     call.caller->person.username));
  return http::json_response(200, panel_value(panel).dump());
}

Result<http::Response> print_labels(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto panel, workflow::panel_numbered(*work, call.path["number"]));
  std::vector<report::labels::Label> labels;
  for (const auto& member : panel.members)
    labels.push_back({panel.number + "/" + member.code, {panel.title}});
  return label_response(services, call, "cryo_33", panel.number, labels);
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

}  // namespace

std::vector<Endpoint> bank_panel_endpoints() {
  using enum http::Method;
  auto open = row(post, "/api/v1/bank/panels/{number}/opening", "open_strain_panel",
                  "Opens the sealed key, for good; who and when is kept.", "", "StrainPanel", 200,
                  open_panel);
  open.access = {.any_of = {laboratory::Role::microbiologist, laboratory::Role::quality_manager}};
  auto labels = row(get, "/api/v1/bank/panels/{number}/labels", "print_panel_labels",
                    "Blinded labels of a panel on a sheet.", "", "", 200, print_labels);
  labels.route.response_type = "application/pdf";
  labels.route.query = {sheet_parameter(), first_parameter()};
  return {row(get, "/api/v1/bank/panels", "list_strain_panels", "Panels, the newest first.", "",
              "StrainPanelList", 200, list_panels),
          row(post, "/api/v1/bank/panels/trial", "try_strain_panel",
              "How many strains fit each group of a query.", "PanelQuery", "PanelTrial", 200,
              try_panel),
          row(post, "/api/v1/bank/panels", "make_strain_panel",
              "Chooses strains by a query, gives them random codes and seals the key.",
              "PanelQuery", "StrainPanel", 201, make_panel),
          row(get, "/api/v1/bank/panels/{number}", "read_strain_panel",
              "A panel; its key only once it was opened.", "", "StrainPanel", 200, read_panel),
          std::move(open),
          std::move(labels)};
}

}  // namespace kres::api
