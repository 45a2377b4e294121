// Assembles reads with SKESA, a program of its own (Souvorov, Genome Biology 2018).
#pragma once

#include <string>
#include <vector>

#include "base/child_program.h"
#include "sequence/assembly.h"

namespace kres::assembler {

// Files of one run of reads: one, or the two of a pair.
struct ReadRun {
  Path first;
  Path second;  // empty: none
  bool interleaved = false;
};

struct SkesaOptions {
  std::string program = "skesa";
  int threads = 1;
  GoesOn goes_on;  // false ends it; may be empty
};

struct SkesaAssembly {
  std::string assembler;  // "SKESA 2.4.0"
  sequence::Assembly assembly;
};

// Everything but the contigs in memory is gone afterwards. Contigs do not depend on `threads`.
// Fails if SKESA is not there, cannot read the files (plain or gzip) or makes no contig.
Result<SkesaAssembly> assemble_with_skesa(const std::vector<ReadRun>& runs,
                                          const SkesaOptions& options);

}  // namespace kres::assembler
