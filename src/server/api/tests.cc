// Confirmatory tests: what there is to choose from, and results of an isolate. A result adds a fact
// and rests on nothing that was read, so it needs no If-Match: an analysis that ends while somebody
// writes must not refuse it. What a correction rests on is the result it replaces, which it names.
#include <nlohmann/json.hpp>

#include "server/api/body.h"
#include "server/api/call_language.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "server/api/test_json.h"
#include "server/http/query.h"
#include "workflow/test_results.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLongestCode = 100;
constexpr std::size_t kMostOutcomes = 20;

Result<std::vector<std::string>> outcomes_in(const nlohmann::json& body) {
  const auto list = body.find("outcomes");
  if (list == body.end() || !list->is_array()) return bad_input("The field 'outcomes' is no list");
  if (list->size() > kMostOutcomes) return bad_input("There are too many outcomes");
  std::vector<std::string> outcomes;
  for (const auto& code : *list) {
    if (!code.is_string()) return bad_input("An outcome is not a text");
    outcomes.push_back(code.get<std::string>());
  }
  return outcomes;
}

Result<std::optional<Date>> day_in(const nlohmann::json& body) {
  KRES_ASSIGN(const auto text, optional_text(body, "tested", kLongestCode));
  if (text.empty()) return std::optional<Date>();
  const auto day = Date::parse(text);
  if (!day) return bad_input("The field 'tested' is no day, such as 2026-11-21");
  return day;
}

Result<laboratory::TestResultId> replaced_in(const nlohmann::json& body) {
  const auto field = body.find("replaces");
  if (field == body.end() || field->is_null()) return laboratory::TestResultId{};
  if (!field->is_number_integer() || *field < 1)
    return bad_input("The field 'replaces' is no number of a result");
  return laboratory::TestResultId{field->get<std::int64_t>()};
}

Result<workflow::EnteredTest> entered_in(const http::Request& request) {
  KRES_ASSIGN(const auto body, read_object(request));
  workflow::EnteredTest entered;
  KRES_ASSIGN(entered.test, required_text(body, "test", kLongestCode));
  KRES_ASSIGN(entered.outcomes, outcomes_in(body));
  KRES_ASSIGN(entered.tested, day_in(body));
  KRES_ASSIGN(entered.comment, optional_text(body, "comment", laboratory::kLongestTestComment));
  KRES_ASSIGN(entered.replaces, replaced_in(body));
  return entered;
}

Result<http::Response> list_tests(Services& services, const Call& call) {
  const Json json = {{"items", test_definitions_value(services.tests, language_of(call))}};
  return http::json_response(200, json.dump());
}

Result<http::Response> enter_test(Services& services, const Call& call) {
  const auto& accession = call.path["accession"];
  KRES_ASSIGN(const auto entered, entered_in(call.request));
  KRES_ASSIGN(const auto result,
              workflow::enter_test(services.desk.services, services.tests, accession, entered,
                                   call.caller->person.username));
  services.job_added();
  return http::json_response(
      201, test_result_value(result, {}, services.tests, language_of(call)).dump());
}

}  // namespace

std::vector<Endpoint> test_endpoints() {
  const http::QueryParameter language{"lang", "string", "Language of the texts", {"nb", "en"}};
  return {
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/tests",
                 .id = "list_tests",
                 .tag = "tests",
                 .summary = "The confirmatory tests, with their outcomes and what these say.",
                 .response_schema = "TestList",
                 .query = {language}},
       .access = readers(),
       .handler = list_tests},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/isolates/{accession}/tests",
                 .id = "enter_test",
                 .tag = "tests",
                 .summary = "Enters a result of a confirmatory test, corrects or withdraws one; "
                            "the isolate is explained anew.",
                 .request_schema = "TestEntry",
                 .response_schema = "TestResult",
                 .status = 201,
                 .query = {language}},
       .access = staff(),
       .handler = enter_test}};
}

}  // namespace kres::api
