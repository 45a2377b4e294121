#include "workflow/delivery.h"

#include <fmt/format.h>

#include "laboratory/ports/registry.h"

namespace kres::workflow {

using laboratory::Answer;
using laboratory::ChangeDecision;

namespace {

Result<void> note(laboratory::UnitOfWork& work, const Answer& answer, const std::string& person,
                  Instant now, std::string event, const std::string& detail) {
  KRES_TRY(work.audit().append({.person = person,
                                .time = now,
                                .event = std::move(event),
                                .subject = answer.accession,
                                .detail = fmt::format("answer {}{}", answer.id.value, detail),
                                .before_digest = {},
                                .after_digest = {}}));
  return {};
}

tl::unexpected<Error> refused(ErrorCode code, std::string message) {
  return fail({.code = code, .message = std::move(message), .file = {}, .remedy = {}});
}

}  // namespace

Result<void> note_opening(const IntakeDesk& desk, const Answer& answer, const std::string& form,
                          const laboratory::Person& person) {
  KRES_ASSIGN(auto work, desk.services.registry.write());
  const auto now = desk.services.clock.now();
  KRES_TRY(work->deliveries().add(laboratory::AnswerOpening{
      .answer = answer.id, .person = person.username, .form = form, .time = now}));
  KRES_TRY(note(*work, answer, person.username, now, "answer.opened", ", " + form));
  return work->commit();
}

Result<ChangeDecision> decide_change(const Services& services, ChangeDecision decision) {
  KRES_TRY(check_decision(decision));
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto answer, work->answers().find(decision.answer));
  if (!answer) return refused(ErrorCode::not_found, "There is no such answer");
  if (answer->state != laboratory::AnswerState::signed_)
    return refused(ErrorCode::conflict, "Only a signed answer can stay or be issued anew");
  KRES_ASSIGN(const auto before, work->deliveries().decision_of(decision.answer, decision.version));
  if (before)
    return refused(ErrorCode::conflict, fmt::format("{} has decided this already", before->person));
  decision.time = services.clock.now();
  KRES_TRY(work->deliveries().add(decision));
  KRES_TRY(note(*work, *answer, decision.person, decision.time, "answer.change_decided",
                fmt::format(", {}, {}", decision.version, name_of(decision.choice))));
  KRES_TRY(work->commit());
  return decision;
}

}  // namespace kres::workflow
