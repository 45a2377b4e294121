// What was found in one place of a contig.
#pragma once

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

}  // namespace kres::genome
