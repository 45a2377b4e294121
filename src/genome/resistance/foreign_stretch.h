// Tells a protein that carries a stretch of another sequence from one that evolved.
#pragma once

#include <vector>

#include "genome/align/alignment.h"

namespace kres::genome {

// A stretch inside a protein, not at an end, in which nearly every residue is another: an inversion
// or what stands between two frameshifts, not the work of single substitutions.
struct ForeignStretch {
  int first = 0;     // residue of the reference
  int residues = 0;  // of the reference; 0 if there is none
};

// `columns` align the whole reference; its first residue has the number `first_residue`.
ForeignStretch find_foreign_stretch(const std::vector<Column>& columns, int first_residue);

}  // namespace kres::genome
