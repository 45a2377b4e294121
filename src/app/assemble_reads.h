// Assembles the reads too, and notes where the assembly's result differs from that of the reads.
#pragma once

#include "app/analyser.h"
#include "genome/reads/scan_reads.h"

namespace kres::app {

struct AssembleOptions {
  std::string species;  // as stated
  int threads = 1;
};

// Fills result.assembly_comparison, and warns of differences that the assembly's contig ends do not
// explain. SKESA's files are gone afterwards, also where a person stops it.
Result<void> compare_with_assembly(const std::vector<genome::ReadLibrary>& libraries,
                                   const Analyser& analyser, const AssembleOptions& options,
                                   genome::GenomeResult& result);

}  // namespace kres::app
