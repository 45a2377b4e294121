// What a referring laboratory sees: its own isolates, how far they have come, and signed answers.
#include <map>

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

// What else a list tells of its isolates, read for all of them at once.
class Beside {
 public:
  static Result<Beside> of(laboratory::UnitOfWork& work, const std::vector<Isolate>& isolates) {
    std::vector<laboratory::IsolateId> ids;
    for (const auto& isolate : isolates) ids.push_back(isolate.id);
    Beside beside;
    KRES_ASSIGN(beside.laboratories_, load_laboratories(work));
    KRES_ASSIGN(beside.open_queries_, work.sender_queries().open_of_each(ids));
    KRES_ASSIGN(const auto answers, work.answers().of_each(ids));
    for (const auto& answer : answers) {
      auto& items = beside.answers_[answer.isolate];
      items.push_back(signed_answer_value(answer));
      items.back()["current"] = items.size() == 1;  // the newest version comes first
    }
    return beside;
  }

  Json value_of(const Isolate& isolate) const {
    const auto laboratory = laboratories_.find(isolate.laboratory);
    const auto open = open_queries_.find(isolate.id);
    const auto answers = answers_.find(isolate.id);
    return {{"accession", isolate.accession},
            {"sender_id", isolate.sender_id},
            {"laboratory",
             {{"code", isolate.laboratory},
              {"name", laboratory == laboratories_.end() ? "" : laboratory->second.name}}},
            {"suspected_group", name_of(isolate.suspected_group)},
            {"received", isolate.received.iso()},
            {"due", isolate.due.iso()},
            {"answered", isolate.answered ? Json(isolate.answered->iso()) : Json(nullptr)},
            {"progress", progress_of(isolate)},
            {"sample", name_of(isolate.sample)},
            {"open_queries", open == open_queries_.end() ? 0 : open->second},
            {"answers", answers == answers_.end() ? Json::array() : Json(answers->second)}};
  }

 private:
  LaboratoriesByCode laboratories_;
  std::map<laboratory::IsolateId, std::int64_t> open_queries_;
  std::map<laboratory::IsolateId, std::vector<Json>> answers_;
};

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
  KRES_ASSIGN(const auto beside, Beside::of(*work, page.isolates));
  Json items = Json::array();
  for (const auto& isolate : page.isolates) items.push_back(beside.value_of(isolate));
  const Json json = {
      {"items", std::move(items)}, {"next_cursor", page.next_cursor}, {"total", page.total}};
  return http::json_response(200, json.dump());
}

Result<http::Response> read_referred(Services& services, const Call& call) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto isolate, workflow::isolate_named(*work, call.path["accession"]));
  KRES_ASSIGN(const auto beside, Beside::of(*work, {isolate}));
  return http::json_response(200, beside.value_of(isolate).dump());
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
