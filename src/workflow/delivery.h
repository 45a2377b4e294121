// After the signature: openings of answers, and decisions about those that would change.
#pragma once

#include <string>

#include "base/error.h"
#include "laboratory/answer.h"
#include "laboratory/delivery.h"
#include "laboratory/person.h"
#include "workflow/intake_desk.h"

namespace kres::workflow {

// Notes that somebody outside opened the signed answer, with an audit event. Requires: the person
// may see it.
Result<void> note_opening(const IntakeDesk& desk, const laboratory::Answer& answer,
                          const std::string& form, const laboratory::Person& person);

// One decision an answer and version: to issue it anew, or to keep it with a reason. `not_found`,
// `conflict` if it is not signed or was decided before.
Result<laboratory::ChangeDecision> decide_change(const Services& services,
                                                 laboratory::ChangeDecision decision);

}  // namespace kres::workflow
