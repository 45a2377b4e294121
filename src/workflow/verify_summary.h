// Verifies what lists show of an isolate against the records it is derived from.
#pragma once

#include "base/error.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

// `corrupt` if species, type, key findings or case definitions beside the isolate are not those of
// its current analysis and explanation, or if these are not the isolate's newest.
Result<void> verify_summary(laboratory::UnitOfWork& work, const laboratory::Isolate& isolate);

}  // namespace kres::workflow
