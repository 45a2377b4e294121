// Makes a new reference set of the one in use and further genomes that stand for species.
#pragma once

#include "genome/reference/build.h"
#include "genome/reference/species_genome.h"

namespace kres::genome {

// The set in use stays as it is; the new one has its own digest and becomes the one in use. Its
// manifest names the genomes with their digests, and the notes of those that were doubtful.
Result<BuiltReference> add_species(const Path& root, const std::vector<SpeciesGenome>& genomes,
                                   const BuildProgress& progress);

}  // namespace kres::genome
