// Sequences that hold no gene at all.
#pragma once

#include <cstdint>

#include "validation/specimen.h"

namespace kres::validation {

// Random contigs, 20 kb in four, of 30 to 70 per cent GC: no gene of any kind is to be found.
Specimen random_specimen(std::uint64_t seed, std::uint64_t number);

// A genome known to carry no critical gene: other genes may be found.
Specimen genome_without(const std::string& name, std::vector<sequence::ContigSequence> contigs);

}  // namespace kres::validation
