// The dynamic programme of pairwise.h filled by antidiagonals, eight cells at a time.
#pragma once

#include <string_view>

#include "genome/align/alignment.h"

namespace kres::genome {

// Whether every cost of such an alignment fits the 16-bit cells.
bool fits_by_diagonals(std::string_view reference, std::string_view query,
                       const AlignmentCosts& costs);

// The alignment that align_pair_plain() gives, ties included. Requires: fits_by_diagonals().
PairwiseAlignment align_by_diagonals(std::string_view reference, std::string_view query,
                                     QueryEnds ends, const AlignmentCosts& costs);

}  // namespace kres::genome
