// Keeps the state of an isolate in step with the facts about it.
#pragma once

#include "base/error.h"
#include "laboratory/isolate_state.h"
#include "laboratory/ports/clock.h"
#include "laboratory/ports/registry.h"
#include "laboratory/turnaround.h"

namespace kres::workflow {

Result<laboratory::IsolateFacts> facts_of(laboratory::UnitOfWork& work,
                                          const laboratory::Isolate& isolate);

// Stores the isolate with the state its facts give. Requires: a writing unit.
Result<laboratory::Isolate> store_with_state(laboratory::UnitOfWork& work,
                                             laboratory::Isolate isolate);

// By accession, in either case; `not_found` if there is none.
Result<laboratory::Isolate> isolate_named(laboratory::UnitOfWork& work,
                                          const std::string& accession);

// The turnaround clock of an isolate as of `today`; days are those of the laboratory's zone.
Result<laboratory::Turnaround> turnaround_of(laboratory::UnitOfWork& work,
                                             const laboratory::Isolate& isolate,
                                             const laboratory::Clock& clock);

}  // namespace kres::workflow
