// The species that an isolate's measurements are read for.
#pragma once

#include <string>

#include "base/error.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

// The genome's if it was analysed and names one, else the sender's; empty if nobody says.
Result<std::string> organism_of(laboratory::UnitOfWork& work, const laboratory::Isolate& isolate);

}  // namespace kres::workflow
