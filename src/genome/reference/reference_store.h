// A root directory that holds reference sets: sets/<digest>/, and the file `current` naming the one
// in use.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"

namespace kres::genome {

// A set directory as it is, or the set in use of a root. Errors say how to build one.
Result<Path> resolve_reference_set(const Path& path);
Result<std::vector<Path>> list_reference_sets(const Path& root);  // ordered by digest

// Moves a finished set from `staging` (inside root) to its place and makes it the one in use.
// An equal set that is there already stays. Returns its directory.
Result<Path> publish_reference_set(const Path& root, const Path& staging,
                                   const std::string& digest);

}  // namespace kres::genome
