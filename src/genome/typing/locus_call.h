// Finds the alleles of one locus of a typing scheme in an assembly.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/search/aligned.h"
#include "genome/search/placement.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Places of one locus: each is the placement with most seeds of those that overlap there.
using LocusSites = std::vector<Placement>;

// Sites of every locus, by LocusId. `placements` are of allele entries, anywhere in the assembly.
std::vector<LocusSites> find_sites(const std::vector<Placement>& placements,
                                   const ReferenceSet& reference);

struct LocusCall {
  std::string text = "-";           // "4", "~4" novel, "4?" cut by a contig end, "3,4", "-" missing
  std::set<std::uint32_t> exact;    // numbers of the exact alleles
  std::uint32_t species = 0;        // that the only exact allele names (MlstIndex::species)
  std::set<std::uint32_t> contigs;  // where it stands exact, or whole at 90 % identity
};

// Exact alleles only, without any alignment: what the seeds place is looked up base by base.
std::set<std::uint32_t> exact_alleles(LocusId locus, const LocusSites& sites,
                                      const ReferenceSet& reference,
                                      const std::vector<sequence::ContigSequence>& contigs);

LocusCall call_locus(LocusId locus, const LocusSites& sites, const ReferenceSet& reference,
                     const std::vector<sequence::ContigSequence>& contigs);

}  // namespace kres::genome
