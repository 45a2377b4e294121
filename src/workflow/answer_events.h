// What the audit trail says was done to an answer.
#pragma once

#include <vector>

#include "base/error.h"
#include "laboratory/answer.h"
#include "laboratory/audit_event.h"

namespace kres::workflow {

// `corrupt` unless the trail holds the drafting and the validation that the answer claims, by the
// same people at the same times: what the answer's own row says of them is not enough. A validation
// counts only after the last redraft. Requires: validated; `events` are all of its isolate.
Result<void> require_steps_in_trail(const std::vector<laboratory::AuditEvent>& events,
                                    const laboratory::Answer& answer);

}  // namespace kres::workflow
