#include "workflow/answer_events.h"

#include <utility>

#include <fmt/format.h>

namespace kres::workflow {

using laboratory::Answer;
using laboratory::Step;
using laboratory::UnitOfWork;

Result<bool> trail_holds(UnitOfWork& work, const Answer& answer, std::string_view event,
                         const Step& step) {
  KRES_ASSIGN(const auto events, work.audit().of(answer.accession));
  const auto detail = fmt::format("answer {}", answer.id.value);
  bool held = false;
  for (const auto& [sequence, entry, previous, hash] : events) {
    if (entry.detail != detail) continue;
    if (entry.event == event && entry.person == step.person && entry.time == step.time) held = true;
    // What was validated before is no longer what the answer says.
    if (entry.event == "answer.redrafted" && event == "answer.validated") held = false;
  }
  return held;
}

Result<void> require_steps_in_trail(UnitOfWork& work, const Answer& answer) {
  const std::pair<std::string_view, const Step*> steps[] = {
      {"answer.drafted", &answer.created}, {"answer.validated", &*answer.validated}};
  for (const auto& [event, step] : steps) {
    KRES_ASSIGN(const bool held, trail_holds(work, answer, event, *step));
    if (!held)
      return fail({.code = ErrorCode::corrupt,
                   .message = fmt::format("the audit trail holds no {} of answer {}/{} by {}",
                                          event, answer.accession, answer.version, step->person),
                   .file = "registry",
                   .remedy = "keep it as it is and compare it with a backup"});
  }
  return {};
}

}  // namespace kres::workflow
