// A registry that cannot be written to, such as a backup on a read-only disk, is looked at through
// a stand-in: SQLite needs to write beside its file even to read it.
#pragma once

#include <optional>

#include "base/files.h"
#include "base/temporary_folder.h"

namespace kres::app {

// The directory to open: the registry itself, or a copy of its records in `folder` whose files are
// the registry's own. Errors: environment (no room for the copy).
Result<Path> stand_in_for(const Path& registry, std::optional<TemporaryFolder>& folder);

}  // namespace kres::app
