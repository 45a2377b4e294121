// Steps with many answers at once: each is judged by itself and refused with its own reason.
#include <nlohmann/json.hpp>

#include "server/api/answer_json.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "workflow/answers.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;
using laboratory::Answer;
using laboratory::AnswerId;

constexpr std::size_t kMostAnswers = 200;
constexpr std::size_t kLongestRemark = 1000;  // bytes

struct Item {
  AnswerId answer;
  std::int64_t revision = 0;  // that the person has seen
};

Result<std::vector<Item>> items_in(const nlohmann::json& body) {
  const auto list = body.find("answers");
  if (list == body.end() || !list->is_array()) return bad_input("The field 'answers' is no list");
  if (list->empty() || list->size() > kMostAnswers)
    return bad_input("Between 1 and 200 answers take a step at once");
  std::vector<Item> items;
  for (const auto& object : *list) {
    if (!object.is_object() || !object.value("id", nlohmann::json()).is_number_integer() ||
        !object.value("revision", nlohmann::json()).is_number_integer())
      return bad_input("An answer lacks its number or its revision");
    items.push_back({{object["id"].get<std::int64_t>()}, object["revision"].get<std::int64_t>()});
  }
  return items;
}

Json outcome_value(AnswerId id, const Result<Answer>& taken) {
  return {{"id", id.value},
          {"done", taken.has_value()},
          {"accession", taken ? taken->accession : ""},
          {"why", taken ? "" : taken.error().message}};
}

using Step = decltype(&workflow::validate_answer);

// One transaction each: what is refused does not hold up the others.
Result<http::Response> take_steps(Services& services, const Call& call, Step step) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto comment, optional_text(body, "comment", kLongestRemark));
  KRES_ASSIGN(const auto items, items_in(body));
  Json outcomes = Json::array();
  int done = 0;
  for (const auto& item : items) {
    const auto taken =
        step(services.desk, item.answer, comment, call.caller->person, item.revision);
    done += taken ? 1 : 0;
    outcomes.push_back(outcome_value(item.answer, taken));
  }
  return http::json_response(200, Json{{"done", done}, {"outcomes", outcomes}}.dump());
}

Result<http::Response> validate(Services& services, const Call& call) {
  return take_steps(services, call, &workflow::validate_answer);
}

Result<http::Response> approve(Services& services, const Call& call) {
  return take_steps(services, call, &workflow::approve_answer);
}

Endpoint steps_endpoint(std::string_view pattern, std::string_view id, std::string_view summary,
                        laboratory::Role role, Handler handler) {
  return {.route = {.method = http::Method::post,
                    .pattern = pattern,
                    .id = id,
                    .tag = "answers",
                    .summary = summary,
                    .request_schema = "AnswerSteps",
                    .response_schema = "AnswerStepOutcomes"},
          .access = only(role),
          .handler = handler};
}

}  // namespace

std::vector<Endpoint> answer_steps_endpoints() {
  return {steps_endpoint("/api/v1/answer-validations", "validate_answers",
                         "Technical validation of several drafts with one confirmation.",
                         laboratory::Role::bioengineer, validate),
          steps_endpoint("/api/v1/answer-approvals", "approve_answers",
                         "Medical approval of several validated answers with one confirmation.",
                         laboratory::Role::microbiologist, approve)};
}

}  // namespace kres::api
