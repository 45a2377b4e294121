// Where determinants stand: contig, chromosome or unknown.
#pragma once

#include <vector>

#include "genome/analysis/assembly_search.h"
#include "genome/result/genome_result.h"
#include "sequence/assembly.h"

namespace kres::genome {

// A contig is the chromosome if a housekeeping locus (MLST, target gene or ribosomal RNA) stands on
// it. It is a plasmid if a replicon stands on it and no such locus, in an assembly that shows them
// elsewhere; otherwise its place is unknown: a plasmid is never inferred from absence.
void add_context(std::vector<Determinant>& determinants, const std::vector<Replicon>& replicons,
                 const std::vector<sequence::ContigSequence>& contigs, const AssemblyLoci& loci,
                 const ReferenceSet& reference);

// By contig in the order of the assembly, then position; targets without a place last.
void order_determinants(std::vector<Determinant>& determinants,
                        const std::vector<sequence::ContigSequence>& contigs);

// Contigs that carry a determinant or target, in the order of the assembly.
std::vector<Contig> contigs_with_findings(const GenomeResult& result,
                                          const std::vector<sequence::ContigSequence>& contigs);

}  // namespace kres::genome
