// A gene of which a stretch was turned round or replaced: its locus has parts.
#pragma once

#include <string>
#include <vector>

#include "genome/resistance/function_state.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"

namespace kres::genome {

// Broken: "inversion:300@101" (bases turned round, first codon) or "replaced:300@101". Requires:
// the locus has parts.
FunctionFinding assess_rearranged(const Locus& locus);

// Sets positions, identity, coverage and pieces of a determinant from all parts of its locus.
void span_parts(Determinant& determinant, const Locus& locus);

}  // namespace kres::genome
