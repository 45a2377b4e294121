// Multi-locus sequence typing: the species chooses the scheme, and only exact alleles make a type.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "genome/reference/reference_set.h"
#include "genome/result/genome_result.h"
#include "genome/typing/locus_call.h"
#include "genome/typing/scheme_table.h"
#include "sequence/assembly.h"

namespace kres::genome {

// What a profile or alleles say about the species (schemes whose profiles name one).
struct SpeciesByType {
  std::string species;
  std::string basis;  // "abaumannii_2 ST2", "abaumannii_2 5 alleles"
};

struct Typing {
  // Schemes for the species in their order, then schemes that fit whole though they are not for it:
  // those have for_species false, st "-" and the type in the note ("against_species:ST14464").
  std::vector<Mlst> schemes;
  std::vector<SpeciesByType> species;    // of types that the schemes above made or noted
  std::vector<LocusId> loci;             // of the species' schemes
  std::set<LocusId> repeated;            // of those the ones that healthy genomes hold twice
  std::vector<std::string> two_alleles;  // "klebsiella/gapA 3,4"; repeated loci left out
  std::set<std::uint32_t> chromosomal;   // contigs on which a locus of the species' schemes stands
};

// `sites`: of find_sites(), by LocusId. `species`: as found or stated; if it is neither a species
// nor a complex, every scheme that fits whole is noted as "without_species:ST8".
Typing type_assembly(const std::vector<LocusSites>& sites, const ReferenceSet& reference,
                     const std::vector<sequence::ContigSequence>& contigs, const SchemeTable& table,
                     const Species& species);

}  // namespace kres::genome
