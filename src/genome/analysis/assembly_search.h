// Searches a whole assembly for all reference entries: loci by kind of entry.
#pragma once

#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Each list is ordered by contig, then position.
struct AssemblyLoci {
  std::vector<Locus> genes;
  std::vector<Locus> targets;
  std::vector<Locus> alleles;
};

AssemblyLoci search_assembly(const std::vector<sequence::ContigSequence>& contigs,
                             const ReferenceSet& reference);

}  // namespace kres::genome
