// An audit event on an isolate.
#pragma once

#include <string>

#include "base/error.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

struct IsolateNote {
  std::string event;  // "file.attached"
  std::string detail;
  std::string digest;  // of what the event put there; may be empty
};

// Requires: a writing unit.
Result<void> note(laboratory::UnitOfWork& work, const laboratory::Isolate& isolate,
                  const std::string& person, Instant now, IsolateNote note);

}  // namespace kres::workflow
