// What the rules of laboratory/answer_rules.h look at, from the records of an isolate.
#pragma once

#include "base/error.h"
#include "laboratory/answer_rules.h"
#include "laboratory/ports/registry.h"
#include "susceptibility/qc_rules.h"

namespace kres::workflow {

// How isolates stand. An explanation that quality control has overtaken rests no longer on all that
// is known.
Result<laboratory::Standings> standings_of(laboratory::UnitOfWork& work,
                                           const std::vector<laboratory::Isolate>& isolates,
                                           const susceptibility::QcRules& rules);

Result<laboratory::AnswerSituation> answer_situation(laboratory::UnitOfWork& work,
                                                     const laboratory::Isolate& isolate,
                                                     const susceptibility::QcRules& rules);

}  // namespace kres::workflow
