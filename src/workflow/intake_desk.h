// What those who send isolates work with.
#pragma once

#include "laboratory/submission_criteria.h"
#include "workflow/services.h"

namespace kres::workflow {

// All outlive whoever holds this. The registry is whole: a use case says itself what the person's
// scope lets happen, since the state of an isolate rests on records a sender does not see.
struct IntakeDesk {
  Services services;
  const laboratory::SubmissionCriteria& criteria;
};

}  // namespace kres::workflow
