#include "server/api/answer_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kres::api {

using laboratory::Answer;
using laboratory::Step;
using Json = nlohmann::ordered_json;

namespace {

Json person_of(const std::optional<Step>& step) {
  return step ? Json(step->person) : Json(nullptr);
}
Json time_of(const std::optional<Step>& step) {
  return step ? Json(iso_utc(step->time)) : Json(nullptr);
}

}  // namespace

Json answer_value(const Answer& answer) {
  return {{"id", answer.id.value},
          {"accession", answer.accession},
          {"version", answer.version},
          {"state", name_of(answer.state)},
          {"preliminary", answer.preliminary},
          {"language", code_of(answer.language)},
          {"created_by", answer.created.person},
          {"created", iso_utc(answer.created.time)},
          {"validated_by", person_of(answer.validated)},
          {"validated", time_of(answer.validated)},
          {"validation_comment", answer.validated ? answer.validated->comment : ""},
          {"approved_by", person_of(answer.approved)},
          {"approved", time_of(answer.approved)},
          {"approval_comment", answer.approved ? answer.approved->comment : ""},
          {"reason", answer.reason},
          {"without_genome", answer.without_genome},
          {"predecessor", answer.predecessor ? Json(answer.predecessor.value) : Json(nullptr)},
          {"analysis", answer.analysis ? Json(answer.analysis.value) : Json(nullptr)},
          {"pdf", answer.frozen.has_value()},
          {"etag", etag_of(answer)}};
}

Json decision_value(const std::optional<laboratory::ChangeDecision>& decision) {
  if (!decision) return nullptr;
  return {{"choice", name_of(decision->choice)},
          {"reason", decision->reason},
          {"person", decision->person},
          {"time", iso_utc(decision->time)}};
}

std::string etag_of(const Answer& answer) {
  return fmt::format("\"answer-{}.{}\"", answer.id.value, answer.revision);
}

}  // namespace kres::api
