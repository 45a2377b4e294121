// Proteins: what a coding sequence makes, and how it differs from a reference.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/result/genome_result.h"

namespace kres::genome {

// The protein before the first stop, genetic code 11; a start codon in first place is read as M.
std::string protein_of(std::string_view coding_sequence);

struct ProteinComparison {
  std::vector<AminoAcidChange> changes;  // "S83I", "D135_T136insGD", "K10del", "K10_T12del"
  double identity = 0;                   // per cent of alignment columns
};

// Changes of `observed` against `reference`, numbered on the reference from `first_residue` on.
ProteinComparison compare_proteins(std::string_view reference, std::string_view observed, int first_residue = 1);

}  // namespace kres::genome
