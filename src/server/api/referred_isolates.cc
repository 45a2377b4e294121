// What a referring laboratory sees: its own isolates, how far they have come, and signed answers.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "server/api/endpoint.h"
#include "server/api/isolate_summary.h"
#include "server/api/services.h"
#include "server/http/query.h"
#include "workflow/isolate_status.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;
using laboratory::Isolate;
using laboratory::IsolateState;

constexpr int kPage = 50;
constexpr int kLargestPage = 500;

// Nothing of the laboratory's own steps is told: an isolate is expected, has come, or is answered.
std::string_view progress_of(const Isolate& isolate) {
  if (isolate.answered) return "answered";
  return isolate.state == IsolateState::expected ? "expected" : "in_progress";
}

Json signed_answer_value(const laboratory::Answer& answer) {
  return {{"id", answer.id.value},
          {"version", answer.version},
          {"preliminary", answer.preliminary},
          {"language", code_of(answer.language)},
          {"signed", answer.approved ? Json(iso_utc(answer.approved->time)) : Json(nullptr)},
          {"reason", answer.reason}};
}

Result<Json> referred_value(laboratory::UnitOfWork& work, const Isolate& isolate,
                            const LaboratoriesByCode& laboratories) {
  KRES_ASSIGN(const auto answers, work.answers().of(isolate.id));
  Json items = Json::array();
  for (const auto& answer : answers) {
    auto item = signed_answer_value(answer);
    item["current"] = items.empty();  // the newest version comes first
    items.push_back(std::move(item));
  }
  KRES_ASSIGN(const auto queries, work.sender_queries().of(isolate.id));
  const auto open = std::count_if(queries.begin(), queries.end(), [](const auto& query) {
    return query.state == laboratory::QueryState::open;
  });
  const auto found = laboratories.find(isolate.laboratory);
  return Json{{"accession", isolate.accession},
              {"sender_id", isolate.sender_id},
              {"laboratory",
               {{"code", isolate.laboratory},
                {"name", found == laboratories.end() ? "" : found->second.name}}},
              {"suspected_group", name_of(isolate.suspected_group)},
              {"received", isolate.received.iso()},
              {"due", isolate.due.iso()},
              {"answered", isolate.answered ? Json(isolate.answered->iso()) : Json(nullptr)},
              {"progress", progress_of(isolate)},
              {"sample", name_of(isolate.sample)},
              {"open_queries", open},
              {"answers", std::move(items)}};
}

laboratory::IsolateFilter filter_of(const http::Target& target) {
  laboratory::IsolateFilter filter;
  if (http::text_parameter(target, "progress", "") == "answered")
    filter.state = IsolateState::answered;
  filter.text = http::text_parameter(target, "q", "");
  filter.cursor = http::text_parameter(target, "cursor", "");
  filter.limit = http::integer_parameter(target, "limit", kPage);
  return filter;
}

Result<http::Response> list_referred(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto page, work->isolates().list(filter_of(call.request.target)));
  KRES_ASSIGN(const auto laboratories, load_laboratories(*work));
  Json items = Json::array();
  for (const auto& isolate : page.isolates) {
    KRES_ASSIGN(auto item, referred_value(*work, isolate, laboratories));
    items.push_back(std::move(item));
  }
  const Json json = {
      {"items", std::move(items)}, {"next_cursor", page.next_cursor}, {"total", page.total}};
  return http::json_response(200, json.dump());
}

Result<http::Response> read_referred(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto isolate, workflow::isolate_named(*work, call.path["accession"]));
  KRES_ASSIGN(const auto laboratories, load_laboratories(*work));
  KRES_ASSIGN(const auto value, referred_value(*work, isolate, laboratories));
  return http::json_response(200, value.dump());
}

}  // namespace

std::vector<Endpoint> referred_isolate_endpoints() {
  return {
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/referred-isolates",
                 .id = "list_referred_isolates",
                 .tag = "referred isolates",
                 .summary = "The isolates that the caller's laboratory has referred, with their "
                            "signed answers.",
                 .response_schema = "ReferredIsolateList",
                 .query = {{"progress", "string", "Only answered ones", {"answered"}},
                           {"q", "string", "Part of accession or sender's id", {}},
                           {"cursor", "string", "next_cursor of the page before", {}},
                           {"limit", "integer", "Items on a page", {}, 1, kLargestPage}}},
       .access = only(laboratory::Role::referring),
       .handler = list_referred},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/referred-isolates/{accession}",
                 .id = "read_referred_isolate",
                 .tag = "referred isolates",
                 .summary = "One isolate that the caller's laboratory has referred.",
                 .response_schema = "ReferredIsolate"},
       .access = only(laboratory::Role::referring),
       .handler = read_referred},
  };
}

}  // namespace kres::api
