#include "laboratory/answer_rules.h"

#include <algorithm>

namespace kres::laboratory {

namespace {

tl::unexpected<Error> refuse(ErrorCode code, std::string key) {
  return fail({.code = code, .message = std::move(key), .file = {}, .remedy = {}});
}

bool may_work_on_answers(const Person& person) {
  return person.active && (person.has(Role::bioengineer) || person.has(Role::microbiologist));
}

bool entered_results(const AnswerSituation& situation, const std::string& username) {
  return std::find(situation.entered_by.begin(), situation.entered_by.end(), username) !=
         situation.entered_by.end();
}

// What is drafted now would be outdated as soon as it is there.
bool awaits_results(const AnswerSituation& situation) {
  return situation.basis == Basis::analysing || situation.basis == Basis::unanalysed;
}

// What nobody has had in hand can be reported as far as it is known, not finally.
Result<void> is_here(const AnswerSituation& situation, bool preliminary) {
  if (preliminary || situation.genome_read || !situation.tube_awaited) return {};
  return refuse(ErrorCode::conflict, "answer.why.no_sample");
}

Result<void> rests_on_current_results(const AnswerSituation& situation) {
  if (situation.basis == Basis::current) return {};
  return refuse(ErrorCode::conflict, "answer.why.outdated");
}

}  // namespace

Result<void> may_draft(const AnswerSituation& situation, const Person& person) {
  if (!may_work_on_answers(person)) return refuse(ErrorCode::forbidden, "answer.why.role");
  if (!situation.explained) return refuse(ErrorCode::conflict, "answer.why.not_explained");
  if (situation.newest && is_signed_final(*situation.newest))
    return refuse(ErrorCode::conflict, "answer.why.exists");
  const bool under_way = situation.newest && !is_signed(*situation.newest);
  if (under_way && situation.basis == Basis::current)
    return refuse(ErrorCode::conflict, "answer.why.exists");
  if (awaits_results(situation)) return refuse(ErrorCode::conflict, "answer.why.outdated");
  return {};
}

Result<void> may_change_kind(const AnswerSituation& situation, const Person& person) {
  if (!may_work_on_answers(person)) return refuse(ErrorCode::forbidden, "answer.why.role");
  if (!situation.newest || is_signed(*situation.newest))
    return refuse(ErrorCode::conflict, "answer.why.not_draft");
  if (situation.final_signed) return refuse(ErrorCode::conflict, "answer.why.final_exists");
  if (awaits_results(situation)) return refuse(ErrorCode::conflict, "answer.why.outdated");
  return {};
}

Result<void> check_without_genome(const AnswerSituation& situation, bool preliminary,
                                  const std::string& reason) {
  KRES_TRY(is_here(situation, preliminary));
  const bool needed = !preliminary && !situation.genome_read;
  if (needed && situation.genome_unread) return refuse(ErrorCode::conflict, "answer.why.outdated");
  if (needed && reason.empty()) return refuse(ErrorCode::conflict, "answer.why.no_genome");
  if (!needed && !reason.empty())
    return bad_input("Only a final answer that rests on no genome says why it waits for none");
  return {};
}

Result<void> may_validate(const AnswerSituation& situation, const Person& person) {
  if (!person.active || !person.has(Role::bioengineer))
    return refuse(ErrorCode::forbidden, "answer.why.role");
  if (!situation.newest || situation.newest->state != AnswerState::draft)
    return refuse(ErrorCode::conflict, "answer.why.not_draft");
  KRES_TRY(rests_on_current_results(situation));
  KRES_TRY(is_here(situation, situation.newest->preliminary));
  if (entered_results(situation, person.username))
    return refuse(ErrorCode::forbidden, "answer.why.entered_results");
  return {};
}

Result<void> may_approve(const AnswerSituation& situation, const Person& person) {
  if (!person.active || !person.has(Role::microbiologist))
    return refuse(ErrorCode::forbidden, "answer.why.role");
  if (!situation.newest || situation.newest->state != AnswerState::validated)
    return refuse(ErrorCode::conflict, "answer.why.not_validated");
  KRES_TRY(rests_on_current_results(situation));
  KRES_TRY(is_here(situation, situation.newest->preliminary));
  if (situation.newest->validated->person == person.username)
    return refuse(ErrorCode::forbidden, "answer.why.same_person");
  if (entered_results(situation, person.username))
    return refuse(ErrorCode::forbidden, "answer.why.entered_results");
  if (entered_results(situation, situation.newest->validated->person))
    return refuse(ErrorCode::conflict, "answer.why.validator_entered");
  return {};
}

Result<void> may_amend(const AnswerSituation& situation, const Person& person) {
  if (!may_work_on_answers(person)) return refuse(ErrorCode::forbidden, "answer.why.role");
  if (!situation.newest || !is_signed_final(*situation.newest))
    return refuse(ErrorCode::conflict, "answer.why.not_signed");
  if (!situation.explained) return refuse(ErrorCode::conflict, "answer.why.not_explained");
  if (awaits_results(situation)) return refuse(ErrorCode::conflict, "answer.why.outdated");
  return {};
}

}  // namespace kres::laboratory
