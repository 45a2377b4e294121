// Contigs around everything in the reads that resembles the reference, found in rounds.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "genome/analysis/decisions.h"
#include "genome/long_reads/correct_reads.h"
#include "genome/reads/local_assembly.h"
#include "genome/reads/scan_reads.h"

namespace kres::genome {

// What is known of nanopore reads before they are corrected.
struct NoisyReads {
  ErrorLimits errors;
  double whole_kmers = 0;  // whole_kmer_depth()
  int k = 0;               // of these k-mers
};

struct LocalSearch {
  std::optional<CorrectedReads> corrected;  // of noisy reads: what the assembly was made from
  LocalAssembly assembly;
  std::vector<sequence::ContigSequence> contigs;
  std::unique_ptr<Circles> circles;
  AssemblyLoci loci;
  std::optional<ProteinSearch> proteins;
};

// Looks for the reference's entries on the contigs again, which may have changed.
void search_contigs(LocalSearch& found, const Species& species, const Knowledge& knowledge);

// Assembles what was recruited, and recruits more: at first reads that hold words of proteins which
// have no near gene in the reference (targets of the species, members of critical families), then
// reads that go on where an entry runs off a contig. `depth`: of the genome, x. Reads that are
// `noisy` are corrected before each assembly.
LocalSearch search_reads(ScannedReads& scan, double depth, const Species& species,
                         const Knowledge& knowledge, int threads,
                         const std::optional<NoisyReads>& noisy = {});

}  // namespace kres::genome
