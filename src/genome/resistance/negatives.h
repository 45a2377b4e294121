// Typed negatives: what was looked for and not found, and what that rests on.
#pragma once

#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

// One entry per critical family of the reference set of which no determinant was found. From an
// assembly "absent" means that no sequence of the family is in the contigs; an assembly that failed
// its quality check is not assessable.
std::vector<Negative> find_negatives(const std::vector<Determinant>& determinants,
                                     const ReferenceSet& reference, Verdict quality);

}  // namespace kres::genome
