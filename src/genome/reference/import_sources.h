// Imports every release that the build options name, in a fixed order.
#pragma once

#include "genome/reference/build_options.h"
#include "genome/reference/imported.h"

namespace kres::genome {

// The first source that names a sequence gives the name of its entry: ResFinder, then Kleborate,
// then NCBI.
Result<Imported> import_sources(const BuildOptions& options, ImportLog& log,
                                const BuildProgress& progress);

}  // namespace kres::genome
