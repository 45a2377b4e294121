// The reference set in use, new analyses with it, and the answers that would be others since.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/answer_json.h"
#include "server/api/call_language.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "server/http/query.h"
#include "workflow/renewal.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kPage = 50, kLargestPage = 200;
constexpr int kQueuedAtOnce = 200;  // keeps the registry free for others between two calls

Result<http::Response> show_reference(Services& services, const Call&) {
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(const auto others, work->analyses().count_other_reference(services.reference.digest));
  const Json json = {{"name", services.reference.name},
                     {"digest", services.reference.digest},
                     {"analysed_otherwise", others}};
  return http::json_response(200, json.dump());
}

Result<http::Response> renew(Services& services, const Call& call) {
  KRES_ASSIGN(const auto renewal,
              workflow::renew_analyses(services.desk.services, services.reference.digest,
                                       call.caller->person.username, kQueuedAtOnce));
  if (renewal.queued > 0) services.job_added();
  return http::json_response(202, Json{{"queued", renewal.queued}, {"left", renewal.left}}.dump());
}

Json analysis_value(const std::optional<laboratory::AnalysisRecord>& analysis) {
  if (!analysis) return nullptr;
  return {{"id", analysis->id.value},
          {"reference_name", analysis->reference_name},
          {"reference_digest", analysis->reference_digest},
          {"software", analysis->software},
          {"created", iso_utc(analysis->created)}};
}

Json change_value(const mechanism::ExplanationChange& change, Language language) {
  Json cases = Json::array(), agents = Json::array();
  for (const auto& one : change.cases)
    cases.push_back({{"definition", one.definition},
                     {"before", mechanism::name_of(one.before)},
                     {"after", mechanism::name_of(one.after)}});
  for (const auto& one : change.agents)
    agents.push_back({{"agent", one.agent},
                      {"agent_name", one.agent_name.in(language)},
                      {"before", one.before.in(language)},
                      {"after", one.after.in(language)}});
  return {{"organism", change.organism},
          {"verdict", change.verdict},
          {"found", change.found},
          {"lost", change.lost},
          {"cases", cases},
          {"agents", agents}};
}

Result<Json> renewed_value(laboratory::UnitOfWork& work, const workflow::RenewedAnswer& renewed,
                           Language language) {
  const auto version = workflow::renewal_version(renewed.after);
  KRES_ASSIGN(const auto decision, work.deliveries().decision_of(renewed.answer.id, version));
  return Json{{"accession", renewed.answer.accession},
              {"answer", {{"id", renewed.answer.id.value}, {"version", renewed.answer.version}}},
              {"version", version},
              {"before", analysis_value(renewed.before)},
              {"after", analysis_value(renewed.after)},
              {"changes", change_value(renewed.change, language)},
              {"decision", decision_value(decision)}};
}

Result<http::Response> list_renewed(Services& services, const Call& call) {
  const auto& target = call.request.target;
  const auto after = parse_int(http::text_parameter(target, "cursor", "0"));
  if (!after || *after < 0) return bad_input("the cursor is not one of this list");
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(
      const auto page,
      workflow::renewed_answers(*work, {*after}, http::integer_parameter(target, "limit", kPage)));
  Json items = Json::array();
  for (const auto& renewed : page.changed) {
    KRES_ASSIGN(auto item, renewed_value(*work, renewed, language_of(call)));
    items.push_back(std::move(item));
  }
  const Json json = {{"items", std::move(items)},
                     {"looked_at", page.looked_at},
                     {"next_cursor", page.next ? std::to_string(page.next.value) : std::string()}};
  return http::json_response(200, json.dump());
}

}  // namespace

std::vector<Endpoint> renewal_endpoints() {
  return {{.route = {.method = http::Method::get,
                     .pattern = "/api/v1/reference-set",
                     .id = "show_reference_set",
                     .tag = "interpretations",
                     .summary = "The reference set that analyses use now, and how many isolates "
                                "were analysed with another one.",
                     .response_schema = "ReferenceSetInUse"},
           .access = readers(),
           .handler = show_reference},
          {.route = {.method = http::Method::post,
                     .pattern = "/api/v1/analyses/renewals",
                     .id = "renew_analyses",
                     .tag = "interpretations",
                     .summary = "Queues new analyses of isolates that were analysed with another "
                                "reference set, some at a time; says how many are left.",
                     .response_schema = "Renewal",
                     .status = 202},
           .access = sequencers(),
           .handler = renew},
          {.route = {.method = http::Method::get,
                     .pattern = "/api/v1/answer-changes",
                     .id = "list_answer_changes",
                     .tag = "interpretations",
                     .summary = "Signed answers whose isolates were explained anew since and would "
                                "be answered otherwise, with what changes.",
                     .response_schema = "AnswerChanges",
                     .query = {{"cursor", "string", "next_cursor of the page before", {}},
                               {"limit", "integer", "Answers looked at", {}, 1, kLargestPage},
                               {"lang", "string", "Language of the texts", {"nb", "en"}}}},
           .access = readers(),
           .handler = list_renewed}};
}

}  // namespace kres::api
