// What the rules of laboratory/answer_rules.h look at, from the records of an isolate.
#pragma once

#include "base/error.h"
#include "laboratory/answer_rules.h"
#include "laboratory/ports/registry.h"
#include "susceptibility/qc_rules.h"

namespace kres::workflow {

Result<laboratory::AnswerSituation> answer_situation(laboratory::UnitOfWork& work,
                                                     const laboratory::Isolate& isolate,
                                                     const susceptibility::QcRules& rules);

}  // namespace kres::workflow
