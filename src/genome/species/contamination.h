// Signs of a second species in an assembly: sampled k-mers that only another species has.
#pragma once

#include <cstdint>
#include <vector>

#include "genome/reference/settings.h"
#include "genome/reference/species_index.h"
#include "genome/result/genome_result.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Hashes of the k-mers of an assembly or of reads, as the sketches take them.
struct SampledHashes {
  std::vector<std::uint64_t> sorted;      // each once, ascending
  std::vector<std::uint64_t> counted;     // ascending; of reads as often as they were seen
  std::vector<std::uint64_t> by_contig;   // contig after contig, with repeats
  std::vector<std::size_t> contig_start;  // in by_contig, one a contig and one after the last
};

SampledHashes sample_hashes(const std::vector<sequence::ContigSequence>& contigs,
                            const SpeciesIndex& index);

// `own`: the species of the genome in the index. Sampled are the hashes that every sketch of that
// species covers. A k-mer speaks for another species if its own species lacks it and a fair part
// of the sketches of the other one has it, so that plasmids which travel between species do not.
Contamination find_second_species(const SampledHashes& hashes,
                                  const std::vector<sequence::ContigSequence>& contigs,
                                  const SpeciesIndex& index, std::uint32_t own,
                                  const Settings& settings);

// Worse of both; a verdict never gets better.
void raise(Contamination& contamination, Verdict verdict, std::string reason);

}  // namespace kres::genome
