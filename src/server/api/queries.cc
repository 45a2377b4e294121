// Questions to the laboratories that refer, and their answers.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "laboratory/change_scope.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/query_json.h"
#include "server/api/services.h"
#include "server/http/query.h"
#include "workflow/sender_queries.h"

namespace kres::api {

namespace {

constexpr int kMostQueries = 500;

laboratory::SenderQueryId id_of(const Call& call) {
  return {parse_int(call.path["id"]).value_or(0)};
}

Result<std::string> text_in(const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  return required_text(body, "text", laboratory::kLongestQueryText);
}

http::Response answer(int status, const laboratory::SenderQuery& query) {
  return http::json_response(status, query_value(query).dump());
}

Result<http::Response> list_queries(Services& services, const Call& call) {
  const auto state =
      laboratory::query_state_from(http::text_parameter(call.request.target, "state", ""));
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto queries, work->sender_queries().list(state, kMostQueries));
  const nlohmann::ordered_json json = {{"items", queries_value(queries)}};
  return http::json_response(200, json.dump());
}

Result<http::Response> ask(Services& services, const Call& call) {
  KRES_ASSIGN(const auto text, text_in(call));
  KRES_ASSIGN(const auto query, workflow::ask_sender(services.desk.services, call.path["accession"],
                                                     text, call.caller->person));
  return answer(201, query);
}

Result<http::Response> answer_query(Services& services, const Call& call) {
  KRES_ASSIGN(const auto text, text_in(call));
  const auto& person = call.caller->person;
  KRES_ASSIGN(const auto query,
              workflow::answer_query(services.intake, id_of(call), text, person,
                                     laboratory::change_scope_of(person, call.caller->scope)));
  return answer(200, query);
}

Result<http::Response> withdraw_query(Services& services, const Call& call) {
  KRES_ASSIGN(const auto text, text_in(call));
  KRES_ASSIGN(const auto query, workflow::withdraw_query(services.desk.services, id_of(call), text,
                                                         call.caller->person));
  return answer(200, query);
}

Endpoint closing(std::string_view pattern, std::string_view id, std::string_view summary,
                 Access access, Handler handler) {
  return {.route = {.method = http::Method::post,
                    .pattern = pattern,
                    .id = id,
                    .tag = "queries",
                    .summary = summary,
                    .request_schema = "QueryText",
                    .response_schema = "SenderQuery"},
          .access = std::move(access),
          .handler = handler};
}

}  // namespace

std::vector<Endpoint> query_endpoints() {
  return {{.route = {.method = http::Method::get,
                     .pattern = "/api/v1/queries",
                     .id = "list_queries",
                     .tag = "queries",
                     .summary = "Questions to senders, newest first; a referring person sees "
                                "those to the own laboratory.",
                     .response_schema = "SenderQueryList",
                     .query = {{"state",
                                "string",
                                "Only those in this state",
                                {"open", "answered", "withdrawn"}}}},
           .access = referrers(),
           .handler = list_queries},
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/isolates/{accession}/queries",
                     .id = "ask_sender",
                     .tag = "queries",
                     .summary = "Asks the sender of an isolate in one's own words.",
                     .request_schema = "QueryText",
                     .response_schema = "SenderQuery",
                     .status = 201},
           .access = staff(),
           .handler = ask},
          closing("/api/v1/queries/{id}/answer", "answer_query",
                  "Answers a question; once, and it stays.", referrers(), answer_query),
          closing("/api/v1/queries/{id}/withdrawal", "withdraw_query",
                  "Takes a question back, with the reason.", staff(), withdraw_query)};
}

}  // namespace kres::api
