// Recruited reads assembled into short contigs around the reference's genes, haplotypes apart.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "genome/reads/recruited_reads.h"
#include "sequence/contig.h"

namespace kres::genome {

struct LocalAssemblyOptions {
  double depth = 0;  // of the genome as estimated, x; 0 if it is not known
  int threads = 1;   // the result does not depend on it
};

// A stretch of bases that several contigs may share: haplotypes of one place share what is equal.
struct ContigPart {
  std::uint32_t part = 0;   // equal numbers stand for equal bases
  bool reverse = false;     // here as the reverse complement
  std::uint64_t start = 0;  // 0-based, of its first k-mer in the contig
  std::uint64_t kmers = 0;  // that many k-mers begin in it
  double coverage = 0;      // mean count of its k-mers
  // False where several haplotypes share these bases, and no read shows that what stands before
  // them here and what stands behind belong together.
  bool is_shown = true;
  // k-mers of the part, in its own direction, from which on no read holds RepeatWays::kSpan bases.
  std::vector<std::size_t> unspanned;
};

struct LocalContig {
  sequence::ContigSequence sequence;  // "reads_1", ... longest first
  std::vector<ContigPart> parts;      // in order, without gaps
};

struct LocalAssembly {
  int k = 0;  // of most contigs; reads that it left over may have made some more with a shorter one
  std::vector<LocalContig> contigs;
};

LocalAssembly assemble_locally(const RecruitedReads& reads, const Mates& mates,
                               const LocalAssemblyOptions& options);

}  // namespace kres::genome
