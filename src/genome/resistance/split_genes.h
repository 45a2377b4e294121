// Joins pieces of one gene that stand at contig ends.
#pragma once

#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

struct JoinedGenes {
  std::vector<Determinant> determinants;  // one per gene
  std::vector<std::size_t> used;          // positions in the input of the loci that were joined
};

// Pieces of one entry that run off their contigs (or both ends of the same one) and follow each
// other in the entry are one gene, in two parts or more, if neighbours leave a small gap or
// overlap. Coverage counts bases that are there, each once. A joined gene is split: its function
// cannot be assessed, unless a piece is broken itself. A gene across the origin of a circular
// contig is not joined: circles are searched unrolled (genome/analysis/circles.h).
JoinedGenes join_split_genes(const std::vector<Locus>& loci, const ReferenceSet& reference,
                             const std::vector<sequence::ContigSequence>& contigs);

// Pieces of an entry of a critical family at contig ends which are too little to be told of each
// for itself, but together make a trace (coverage_trace, at the identity of a gene that is
// present), whatever the gap between them: one determinant per gene. `told`: loci that were called,
// a mark for each.
std::vector<Determinant> trace_scattered_pieces(
    const std::vector<Locus>& loci, const std::vector<char>& told, const ReferenceSet& reference,
    const std::vector<sequence::ContigSequence>& contigs);

}  // namespace kres::genome
