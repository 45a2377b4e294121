// Builds a reference set from public releases on disk and the project's curated tables.
#pragma once

#include "genome/reference/build_options.h"
#include "genome/reference/import_log.h"
#include "genome/reference/reference_set.h"

namespace kres::genome {

struct BuiltReference {
  Path directory;
  Manifest manifest;
  ImportLog log;
};

// The set appears under root only when it is whole. Equal sources and tables give an equal digest.
Result<BuiltReference> build_reference_set(const BuildOptions& options, const Path& root,
                                           const BuildProgress& progress);

}  // namespace kres::genome
