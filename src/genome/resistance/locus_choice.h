// Which placement of a locus names the gene, and by which one its function is judged.
#pragma once

#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/search/locus.h"

namespace kres::genome {

struct LocusChoice {
  const AlignedPlacement* placement = nullptr;  // positions, identity, coverage; exact if one is
  const AlignedPlacement* judged = nullptr;     // of an entry that codes, if there is one
  std::vector<EntryId> nearest;                 // equally near entries; the judged one's first
};

// An entry that stands there base by base is chosen before a longer one with differences, which
// scores more: the same gene from another start codon. Releases hold entries that do not code,
// because they overhang the gene, lack a part of it or are written on the other strand: where one
// of them fits best, the best of a coding entry of the same gene judges in its place, and names the
// gene too unless the entry is exact.
LocusChoice choose_placement(const Locus& locus, const ReferenceSet& reference);

}  // namespace kres::genome
