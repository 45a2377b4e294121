// What an analysis found, in the words that strains are searched by.
#pragma once

#include <vector>

#include "genome/result/genome_result.h"
#include "laboratory/ports/catalogue_repository.h"

namespace kres::workflow {

// Symbols, drug classes and critical families of what the isolate itself carries: neither traces,
// contaminants nor what its species always has. And the targets ("unassessed") of which the
// analysis says that it could not have seen them, so that nobody takes them for absent.
std::vector<laboratory::IsolateFinding> findings_in(const genome::GenomeResult& genome);

}  // namespace kres::workflow
