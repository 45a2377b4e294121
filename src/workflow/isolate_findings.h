// What an analysis found, in the words that strains are searched by.
#pragma once

#include <vector>

#include "genome/result/genome_result.h"
#include "laboratory/ports/catalogue_repository.h"

namespace kres::workflow {

// Symbols, drug classes and critical families of what the isolate itself carries: neither traces,
// contaminants nor what its species always has.
std::vector<laboratory::IsolateFinding> findings_in(const genome::GenomeResult& genome);

}  // namespace kres::workflow
