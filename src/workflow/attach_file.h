// Makes a stored file one of an isolate's, and asks for its analysis; both with their audit events.
#pragma once

#include <string>

#include "base/error.h"
#include "laboratory/isolate_file.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

// Requires of both: a writing unit.
Result<void> attach_file(laboratory::UnitOfWork& work, const laboratory::Isolate& isolate,
                         const laboratory::IsolateFile& file, const std::string& person,
                         Instant now);

// The queued job if there is one already.
Result<laboratory::Job> queue_analysis(laboratory::UnitOfWork& work,
                                       const laboratory::Isolate& isolate,
                                       const std::string& person, Instant now);

}  // namespace kres::workflow
