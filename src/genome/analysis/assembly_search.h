// Searches a whole assembly for all reference entries: loci by kind of entry.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/search/locus.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Each list of loci is ordered by contig, then position.
struct AssemblyLoci {
  std::vector<Locus> genes;
  std::vector<Locus> targets;
  std::vector<Placement> alleles;        // of every typing scheme; they do not compete
  std::set<std::uint32_t> housekeeping;  // contigs with a locus of the species' typing schemes
};

AssemblyLoci search_assembly(const std::vector<sequence::ContigSequence>& contigs,
                             const ReferenceSet& reference);

}  // namespace kres::genome
