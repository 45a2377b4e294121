// Single-copy loci that an assembly holds twice with different bases: a sign of a second strain.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/search/locus.h"
#include "genome/typing/locus_call.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Loci of every typing scheme, those of other species too (housekeeping genes are single in all of
// them), and targets. A locus counts if it stands whole at two places whose bases differ, but are
// alike enough to be one gene of two strains. Places that overlap one already counted do not count
// again. `sites`: by LocusId, of find_sites(). `first`: loci whose names are preferred;
// `left_out`: loci that healthy genomes of the species hold twice.
// Returns labels, "klebsiella/gapA" or "ompK36".
std::vector<std::string> find_loci_twice(const std::vector<LocusSites>& sites,
                                         const std::vector<LocusId>& first,
                                         const std::set<LocusId>& left_out,
                                         const std::vector<Locus>& targets,
                                         const ReferenceSet& reference,
                                         const std::vector<sequence::ContigSequence>& contigs);

}  // namespace kres::genome
