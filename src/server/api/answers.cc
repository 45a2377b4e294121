// Answers: draft, technical validation, medical approval, and what leaves the laboratory.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/answer_json.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/isolate_summary.h"
#include "server/api/services.h"
#include "server/http/etag.h"
#include "workflow/delivery.h"
#include "workflow/isolate_status.h"

namespace kres::api {

namespace {

using laboratory::Answer;
using laboratory::AnswerId;

constexpr std::size_t kLongestRemark = 1000;  // bytes

http::Response answer_response(int status, const Answer& answer) {
  return http::json_response(status, answer_value(answer).dump()).with("ETag", etag_of(answer));
}

Result<Answer> find_answer(Services& services, const Call& call) {
  const AnswerId id{parse_int(call.path["id"]).value_or(0)};
  KRES_ASSIGN(const auto work, services.registry().read());
  KRES_ASSIGN(auto answer, work->answers().find(id));
  if (!answer) return fail({ErrorCode::not_found, "There is no such answer", {}, 0, {}});
  return *std::move(answer);
}

Result<http::Response> draft(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto code, required_text(body, "language", 2));
  KRES_ASSIGN(const auto reason, optional_text(body, "reason", kLongestRemark));
  KRES_ASSIGN(const auto without_genome, optional_text(body, "without_genome", kLongestRemark));
  KRES_ASSIGN(const auto preliminary, optional_flag(body, "preliminary", false));
  const auto language = parse_language(code);
  if (!language) return bad_input("The language is neither 'nb' nor 'en'");
  {
    KRES_ASSIGN(const auto work, services.registry().read());
    KRES_ASSIGN(const auto isolate, workflow::isolate_named(*work, call.path["accession"]));
    if (auto stale = http::check_if_match(call.request, etag_of(isolate))) return *std::move(stale);
  }
  KRES_ASSIGN(const auto answer,
              workflow::draft_answer(services.desk, call.path["accession"],
                                     {*language, reason, preliminary, without_genome},
                                     call.caller->person));
  return answer_response(201, answer)
      .with("Location", fmt::format("/api/v1/answers/{}", answer.id.value));
}

Result<http::Response> read_answer(Services& services, const Call& call) {
  KRES_ASSIGN(const auto answer, find_answer(services, call));
  return answer_response(200, answer);
}

using Step = decltype(&workflow::validate_answer);

Result<http::Response> take_step(Services& services, const Call& call, Step step) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto comment, optional_text(body, "comment", kLongestRemark));
  KRES_ASSIGN(const auto current, find_answer(services, call));
  if (auto stale = http::check_if_match(call.request, etag_of(current))) return *std::move(stale);
  KRES_ASSIGN(const auto answer,
              step(services.desk, current.id, comment, call.caller->person, current.revision));
  return answer_response(200, answer);
}

Result<http::Response> validate(Services& services, const Call& call) {
  return take_step(services, call, &workflow::validate_answer);
}

Result<http::Response> approve(Services& services, const Call& call) {
  return take_step(services, call, &workflow::approve_answer);
}

// The receipt that somebody outside has read it.
Result<void> note_opening(Services& services, const Call& call, const Answer& answer,
                          const std::string& form) {
  const auto& person = call.caller->person;
  if (!person.has(laboratory::Role::referring)) return {};
  return workflow::note_opening(services.intake, answer, form, person);
}

Result<http::Response> read_pdf(Services& services, const Call& call) {
  KRES_ASSIGN(const auto answer, find_answer(services, call));
  KRES_TRY(note_opening(services, call, answer, "pdf"));
  KRES_ASSIGN(auto shown, workflow::show_answer(services.desk, answer.id));
  http::Response response{.status = 200,
                          .content_type = "application/pdf",
                          .body = std::move(shown.pdf),
                          .headers = {}};
  response.with("Content-Disposition",
                fmt::format("inline; filename=\"{}-v{}.pdf\"", answer.accession, answer.version));
  return response;
}

Result<http::Response> read_document(Services& services, const Call& call) {
  KRES_ASSIGN(const auto answer, find_answer(services, call));
  KRES_TRY(note_opening(services, call, answer, "json"));
  KRES_ASSIGN(auto shown, workflow::show_answer(services.desk, answer.id));
  return http::json_response(200, std::move(shown.json));
}

Endpoint step_endpoint(std::string_view pattern, std::string_view id, std::string_view summary,
                       laboratory::Role role, Handler handler) {
  return {.route = {.method = http::Method::post,
                    .pattern = pattern,
                    .id = id,
                    .tag = "answers",
                    .summary = summary,
                    .request_schema = "StepRemark",
                    .response_schema = "Answer",
                    .tagged = true,
                    .conditional = true},
          .access = only(role),
          .handler = handler};
}

}  // namespace

std::vector<Endpoint> answer_endpoints() {
  return {
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/isolates/{accession}/answers",
                 .id = "draft_answer",
                 .tag = "answers",
                 .summary = "Begins a draft of the answer, preliminary or final, or of its "
                            "amendment with a reason.",
                 .request_schema = "NewAnswer",
                 .response_schema = "Answer",
                 .status = 201,
                 .tagged = true,
                 .conditional = true},
       .access = staff(),
       .handler = draft},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/answers/{id}",
                 .id = "read_answer",
                 .tag = "answers",
                 .summary = "One version of an answer.",
                 .response_schema = "Answer",
                 .tagged = true},
       .access = readers(),
       .handler = read_answer},
      step_endpoint("/api/v1/answers/{id}/validation", "validate_answer",
                    "Technical validation of a draft.", laboratory::Role::bioengineer, validate),
      step_endpoint("/api/v1/answers/{id}/approval", "approve_answer",
                    "Medical approval of a validated answer: signs and freezes it.",
                    laboratory::Role::microbiologist, approve),
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/answers/{id}/pdf",
                 .id = "read_answer_pdf",
                 .tag = "answers",
                 .summary = "The answer as PDF; marked a draft until it is signed.",
                 .response_type = "application/pdf"},
       .access = answer_readers(),
       .handler = read_pdf},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/answers/{id}/json",
                 .id = "read_answer_document",
                 .tag = "answers",
                 .summary = "The answer as JSON, byte for byte as signed.",
                 .response_schema = "AnswerDocument"},
       .access = answer_readers(),
       .handler = read_document},
  };
}

}  // namespace kres::api
