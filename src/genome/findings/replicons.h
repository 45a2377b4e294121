// Calls plasmid replicons from their loci.
#pragma once

#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

// At every locus the best entry that reaches the identity and coverage of the settings
// (replicon_identity, replicon_coverage), so that a long entry seen in part does not hide a shorter
// one that is whole. In the order of the loci.
std::vector<Replicon> call_replicons(const std::vector<Locus>& loci, const ReferenceSet& reference,
                                     const std::vector<sequence::ContigSequence>& contigs);

}  // namespace kres::genome
