// The loci that every genome of a strain holds once: typing loci and target genes.
#pragma once

#include <string>
#include <vector>

#include "genome/pileup/locus_pile.h"
#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "genome/search/locus.h"
#include "genome/typing/scheme_table.h"
#include "sequence/contig.h"

namespace kres::genome {

// Loci of the typing schemes, those of the schemes in `types` first, then targets. A locus counts
// if it stands nearly whole (90 %) at the identity of a gene that is present; a place that overlaps
// one already counted belongs to that one (schemes share genes). Loci that healthy genomes hold
// twice (SchemeTable) are left out. `alleles`: placements of allele entries on the contigs.
std::vector<LocusPlaces> find_single_copy_loci(
    const std::vector<Placement>& alleles, const std::vector<Locus>& targets,
    const std::vector<Mlst>& types, const SchemeTable& schemes, const ReferenceSet& reference,
    const std::vector<sequence::ContigSequence>& contigs);

}  // namespace kres::genome
