// Pairwise alignment of short sequences: the plain dynamic programme (Gotoh), for gaps between
// exact seeds and proteins.
#pragma once

#include <string_view>

#include "genome/align/alignment.h"

namespace kres::genome {

// Aligns the whole reference with the query at least cost. Ties prefer matches, then deletions
// placed leftmost. Memory and time grow with reference.size() * query.size(): meant for a few
// thousand bases at most.
PairwiseAlignment align_pair(std::string_view reference, std::string_view query, QueryEnds ends,
                             const AlignmentCosts& costs = {});

// The same by the plain dynamic programme alone: what the ways below it are tested against.
PairwiseAlignment align_pair_plain(std::string_view reference, std::string_view query,
                                   QueryEnds ends, const AlignmentCosts& costs = {});

}  // namespace kres::genome
