// One locus, one call: resolves overlapping placements on a contig.
#pragma once

#include <string_view>
#include <vector>

#include "genome/search/found_locus.h"

namespace kres::genome {

struct LocusLimits {
  AlignLimits align;
  ChainLimits chain;
  // Placements that share this part of the shorter one compete. Each of them with at least half as
  // many seeds as the best is aligned: seeds alone do not tell which fits best.
  double same_locus = 0.5;
};

// Requires: all placements are on `contig`. All drug classes compete together. Loci are ordered by
// contig start.
std::vector<Locus> resolve_loci(std::vector<Placement> placements, const SequenceIndex& index,
                                std::string_view contig, const LocusLimits& limits);

}  // namespace kres::genome
