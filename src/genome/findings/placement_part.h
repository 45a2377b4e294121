// Cuts the alignment of one gene out of the alignment of an entry that holds several.
#pragma once

#include <optional>

#include "genome/search/aligned.h"

namespace kres::genome {

// The part [start, end) of the entry as if it had been aligned as an entry of its own. Nothing if
// the placement covers no base of it. Requires: start < end <= the entry's length.
std::optional<AlignedPlacement> part_of(const AlignedPlacement& whole, std::uint32_t start,
                                        std::uint32_t end);

}  // namespace kres::genome
