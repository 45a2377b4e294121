// How a protein differs from its reference.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/resistance/foreign_stretch.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

struct ProteinComparison {
  std::vector<AminoAcidChange> changes;  // "S83I", "D135_T136insGD", "K10del", "K10_T12del"
  double identity = 0;                   // per cent of alignment columns
  ForeignStretch foreign;
  std::string reference, observed;  // rows of the alignment, '-' in gaps
};

// Changes of `observed` against `reference`, numbered on the reference from `first_residue` on.
ProteinComparison compare_proteins(std::string_view reference, std::string_view observed,
                                   int first_residue = 1);

}  // namespace kres::genome
