// What was found before in the same patient.
#pragma once

#include <vector>

#include "base/error.h"
#include "laboratory/ports/registry.h"
#include "mechanism/explain_input.h"

namespace kres::workflow {

// Of the same pseudonym of the same laboratory and received before the isolate, oldest first.
Result<std::vector<laboratory::Isolate>> earlier_isolates(laboratory::UnitOfWork& work,
                                                          const laboratory::Isolate& isolate,
                                                          const laboratory::Referral& referral);

// As the explanation states them.
std::vector<mechanism::EarlierIsolate> as_context(const std::vector<laboratory::Isolate>& earlier);

}  // namespace kres::workflow
