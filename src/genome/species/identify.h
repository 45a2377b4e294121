// Names the species of an assembly by k-mer containment in reference sketches, and finds a second
// species.
//
// Containment ANI: of the hashes of a reference sketch, the share c that the genome holds; ANI =
// c^(1/k). (Ondov et al. 2019, doi 10.1186/s13059-019-1841-x.)
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "genome/reference/settings.h"
#include "genome/reference/species_index.h"
#include "genome/result/genome_result.h"
#include "genome/species/contamination.h"
#include "genome/species/species_table.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Hashes of all canonical k-mers up to `largest`, ascending, each once.
std::vector<std::uint64_t> hashes_up_to(const std::vector<sequence::ContigSequence>& contigs, int k,
                                        std::uint32_t seed, std::uint64_t largest);

struct SpeciesFinding {
  Species species;
  Contamination contamination;
  std::string found;  // the species that the genome itself shows, empty if none
};

// The same from hashes that were sampled already; `contigs` are those they were sampled from, none
// if it was reads.
SpeciesFinding identify_species(const SampledHashes& hashes,
                                const std::vector<sequence::ContigSequence>& contigs,
                                const SpeciesIndex& index, const SpeciesTable& table,
                                const Settings& settings, const std::string& stated);

// `stated`: the species a person named, empty if none; it replaces the name, never the evidence.
SpeciesFinding identify_species(const std::vector<sequence::ContigSequence>& contigs,
                                const SpeciesIndex& index, const SpeciesTable& table,
                                const Settings& settings, const std::string& stated);

}  // namespace kres::genome
