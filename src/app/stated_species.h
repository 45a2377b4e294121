// The species that a person states for a genome, as the reference set writes it.
#pragma once

#include <string>

#include "genome/reference/reference_set.h"

namespace kres::app {

// A name that the set's tables or sketches know, in any case of letters; empty stays empty. Fails
// for another name, with the nearest known ones as the hint.
Result<std::string> stated_species(const std::string& stated,
                                   const genome::ReferenceSet& reference);

}  // namespace kres::app
