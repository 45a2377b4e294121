// Decisions about signed answers that a later version would answer otherwise.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "workflow/delivery.h"
#include "workflow/renewal.h"

namespace kres::api {

namespace {

constexpr std::size_t kLongestVersion = 100;
constexpr std::size_t kLongestReason = 1000;  // bytes

// The breakpoint version, or the reference set of the isolate's newest analysis.
Result<std::string> version_in_question(Services& services,
                                        const laboratory::ChangeDecision& decision) {
  if (const auto* standard = services.standards.find(decision.version))
    return standard->breakpoints.version();
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(auto renewal, workflow::renewal_version(*work, decision.answer));
  if (decision.version == renewal) return renewal;
  return bad_input(
      "The version is neither a breakpoint version at hand nor the reference set of "
      "the isolate's newest analysis");
}

Result<http::Response> decide(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  laboratory::ChangeDecision decision{.answer = {parse_int(call.path["id"]).value_or(0)},
                                      .person = call.caller->person.username};
  KRES_ASSIGN(decision.version, required_text(body, "version", kLongestVersion));
  KRES_ASSIGN(decision.reason, optional_text(body, "reason", kLongestReason));
  KRES_ASSIGN(const auto name, required_text(body, "choice", kLongestVersion));
  const auto choice = laboratory::change_choice_from(name);
  if (!choice) return bad_input("The choice is neither 'reissue' nor 'keep'");
  decision.choice = *choice;
  KRES_ASSIGN(decision.version, version_in_question(services, decision));
  KRES_ASSIGN(const auto made, workflow::decide_change(services.desk.services, decision));
  const nlohmann::ordered_json json = {
      {"answer", made.answer.value}, {"version", made.version}, {"choice", name_of(made.choice)},
      {"reason", made.reason},       {"person", made.person},   {"time", iso_utc(made.time)}};
  return http::json_response(201, json.dump());
}

}  // namespace

std::vector<Endpoint> change_decision_endpoints() {
  return {{.route = {.method = http::Method::post,
                     .pattern = "/api/v1/answers/{id}/change-decisions",
                     .id = "decide_change",
                     .tag = "answers",
                     .summary =
                         "Decides once whether a signed answer that another breakpoint "
                         "version or reference set would change is issued anew or kept, and why.",
                     .request_schema = "NewChangeDecision",
                     .response_schema = "ChangeDecision",
                     .status = 201},
           .access = only(laboratory::Role::microbiologist),
           .handler = decide}};
}

}  // namespace kres::api
