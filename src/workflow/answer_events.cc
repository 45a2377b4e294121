#include "workflow/answer_events.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace kres::workflow {

using laboratory::Answer;
using laboratory::AuditEvent;
using laboratory::Step;

namespace {

bool trail_holds(const std::vector<AuditEvent>& events, const Answer& answer,
                 std::string_view event, const Step& step) {
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

}  // namespace

Result<void> require_steps_in_trail(const std::vector<AuditEvent>& events, const Answer& answer) {
  const std::pair<std::string_view, const Step*> steps[] = {
      {"answer.drafted", &answer.created}, {"answer.validated", &*answer.validated}};
  for (const auto& [event, step] : steps)
    if (!trail_holds(events, answer, event, *step))
      return fail({.code = ErrorCode::corrupt,
                   .message = fmt::format("the audit trail holds no {} of answer {}/{} by {}",
                                          event, answer.accession, answer.version, step->person),
                   .file = "registry",
                   .remedy = "keep it as it is and compare it with a backup"});
  return {};
}

}  // namespace kres::workflow
