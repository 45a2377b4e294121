// What the rules of laboratory/answer_rules.h look at, from the records of an isolate.
#pragma once

#include "base/error.h"
#include "laboratory/answer_rules.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

Result<laboratory::AnswerSituation> answer_situation(laboratory::UnitOfWork& work,
                                                     const laboratory::Isolate& isolate);

}  // namespace kres::workflow
