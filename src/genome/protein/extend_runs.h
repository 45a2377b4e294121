// Extends the runs of a placement along their frames and drops those that chance explains.
#pragma once

#include <string_view>

#include "genome/protein/translated_placement.h"

namespace kres::genome {

// Runs grow in both directions while most residues are equal; a run that mostly repeats residues of
// better ones goes, as does one that would not stand in order. What is left is ordered, and so are
// its residues. Sets `equal`.
void extend_runs(TranslatedPlacement& placement, std::string_view protein, std::string_view contig);

}  // namespace kres::genome
