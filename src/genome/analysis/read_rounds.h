// Contigs around everything in the reads that resembles the reference, found in rounds.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "genome/analysis/decisions.h"
#include "genome/reads/local_assembly.h"
#include "genome/reads/scan_reads.h"

namespace kres::genome {

struct LocalSearch {
  LocalAssembly assembly;
  std::vector<sequence::ContigSequence> contigs;
  std::unique_ptr<Circles> circles;
  AssemblyLoci loci;
  std::optional<ProteinSearch> proteins;
};

// Assembles what was recruited, and recruits more: at first reads that hold words of proteins which
// have no near gene in the reference (targets of the species, members of critical families), then
// reads that go on where an entry runs off a contig. `depth`: of the genome, x.
LocalSearch search_reads(ScannedReads& scan, double depth, const Species& species,
                         const Knowledge& knowledge, int threads);

}  // namespace kres::genome
