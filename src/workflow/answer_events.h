// What the audit trail says was done to an answer.
#pragma once

#include <string_view>

#include "laboratory/answer.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

// True if the trail holds this step of the answer, by the same person at the same time: what the
// answer's own row says of it is not enough. A validation counts only after the last redraft.
Result<bool> trail_holds(laboratory::UnitOfWork& work, const laboratory::Answer& answer,
                         std::string_view event, const laboratory::Step& step);

// `corrupt` unless the trail holds the drafting and the validation that the answer claims.
// Requires: validated.
Result<void> require_steps_in_trail(laboratory::UnitOfWork& work, const laboratory::Answer& answer);

}  // namespace kres::workflow
