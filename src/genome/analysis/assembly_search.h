// Searches a whole assembly for all reference entries: loci by kind of entry.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "genome/analysis/circles.h"
#include "genome/reference/reference_set.h"
#include "genome/search/locus.h"

namespace kres::genome {

// Each list of loci is ordered by contig, then position.
struct AssemblyLoci {
  std::vector<Locus> genes;
  std::vector<Locus> targets;
  std::vector<Placement> alleles;        // of every typing scheme; they do not compete
  std::set<std::uint32_t> housekeeping;  // contigs with a locus of the species' typing schemes
  std::vector<Locus> replicons;
  // Ribosomal RNA and promoters; which of them count is known with the species.
  std::vector<Placement> nucleotide_targets;
};

// Positions are those of the unrolled contigs; every locus stands there once.
AssemblyLoci search_assembly(const Circles& circles, const ReferenceSet& reference);

}  // namespace kres::genome
