// The work list and single isolates.
#include <nlohmann/json.hpp>

#include "server/api/endpoint.h"
#include "server/api/isolate_detail.h"
#include "server/api/isolate_summary.h"
#include "server/api/services.h"
#include "server/http/etag.h"
#include "server/http/query.h"
#include "workflow/answer_situation.h"
#include "workflow/isolate_status.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kPage = 50;
constexpr int kLargestPage = 500;

laboratory::IsolateFilter filter_of(const http::Target& target, Date today) {
  laboratory::IsolateFilter filter;
  const auto state = http::text_parameter(target, "state", "");
  if (state == "overdue")
    filter.overdue_on = today;
  else
    filter.state = laboratory::isolate_state_from(state);
  filter.text = http::text_parameter(target, "q", "");
  filter.cursor = http::text_parameter(target, "cursor", "");
  filter.limit = http::integer_parameter(target, "limit", kPage);
  return filter;
}

Json counts_json(const laboratory::IsolateCounts& counts) {
  Json json = Json::object();
  for (const auto& [state, count] : counts.by_state) json[std::string(name_of(state))] = count;
  json["overdue"] = counts.overdue;
  return json;
}

Result<http::Response> list_isolates(Services& services, const Call& call) {
  const auto today = services.clock().today();
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto page, work->isolates().list(filter_of(call.request.target, today)));
  KRES_ASSIGN(const auto counts, work->isolates().counts(today));
  KRES_ASSIGN(const auto laboratories, load_laboratories(*work));
  const auto& rules = services.standards.in_force().control;
  KRES_ASSIGN(auto standings, workflow::standings_of(*work, page.isolates, rules));
  Json items = Json::array();
  for (const auto& isolate : page.isolates)
    items.push_back(isolate_summary(isolate, standings[isolate.id], laboratories, today));
  const Json json = {{"items", std::move(items)},
                     {"next_cursor", page.next_cursor},
                     {"total", page.total},
                     {"counts", counts_json(counts)}};
  return http::json_response(200, json.dump());
}

Result<http::Response> read_isolate(Services& services, const Call& call) {
  const auto language = parse_language(http::text_parameter(call.request.target, "lang", "nb"));
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto isolate, workflow::isolate_named(*work, call.path["accession"]));
  KRES_ASSIGN(const auto detail, isolate_detail(services, *work, isolate,
                                                language.value_or(Language::nb), *call.caller));
  return http::json_response(200, detail.dump()).with("ETag", etag_of(isolate));
}

}  // namespace

std::vector<Endpoint> isolate_endpoints() {
  return {
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/isolates",
                 .id = "list_isolates",
                 .tag = "isolates",
                 .summary =
                     "The work list, by the time left, and how many there are in each state.",
                 .response_schema = "IsolateList",
                 .query = {{"state",
                            "string",
                            "Only those in this state",
                            {"expected", "received", "analysing", "awaiting_genome", "ready",
                             "draft", "validated", "answered", "failed", "overdue"}},
                           {"q",
                            "string",
                            "Part of accession, sender's id, laboratory, species, ST, gene or case",
                            {}},
                           {"sort", "string", "The order", {"time_left"}},
                           {"cursor", "string", "next_cursor of the page before", {}},
                           {"limit", "integer", "Items on a page", {}, 1, kLargestPage}}},
       .access = readers(),
       .handler = list_isolates},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/isolates/{accession}",
                 .id = "read_isolate",
                 .tag = "isolates",
                 .summary = "One isolate with everything that is known of it.",
                 .response_schema = "IsolateDetail",
                 .tagged = true,
                 .query = {{"lang", "string", "Language of the texts", {"nb", "en"}}}},
       .access = readers(),
       .handler = read_isolate},
  };
}

}  // namespace kres::api
