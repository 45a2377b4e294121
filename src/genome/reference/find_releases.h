// Finds releases in one folder that holds them all.
#pragma once

#include "genome/reference/build_options.h"

namespace kres::genome {

// Fills in the releases that are there: the last folder by name of ncbi-amrfinderplus/, the last
// FASTA file by name of plasmidfinder/, and pubmlst/ and rrna23s/. Names of releases are dates, so
// the last is the newest. Fails if none is there.
Result<void> find_releases(const Path& folder, BuildOptions& options);

}  // namespace kres::genome
