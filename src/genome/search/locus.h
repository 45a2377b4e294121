// One locus, one call: resolves overlapping placements on a contig.
#pragma once

#include <string_view>
#include <vector>

#include "genome/search/aligned.h"

namespace kres::genome {

// A place on a contig where at least one entry aligns.
struct Locus {
  // The placements of greatest score, all of them if several are equal; ordered by entry. Not
  // empty.
  std::vector<AlignedPlacement> best;
  // Other placements on the same bases that were aligned, best first.
  std::vector<AlignedPlacement> others;
  // What else of the same copy stands in its place beside the best, cut off by foreign bases or
  // turned round: aligned to entries of the same gene, one of each part, ordered by contig.
  std::vector<AlignedPlacement> parts;
};

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
