// The files of reads named on the command line.
#pragma once

#include <string>
#include <vector>

#include "genome/reads/scan_reads.h"

namespace kres::app {

struct ReadFiles {
  std::vector<std::vector<std::string>> pairs;  // of --reads: one or two files each
  std::vector<std::string> interleaved;         // of --interleaved
  std::vector<std::string> nanopore;            // of --ont
  bool empty() const { return pairs.empty() && interleaved.empty() && nanopore.empty(); }
};

// Fails on more than two files in one place, on a file that is named twice, and on nanopore reads
// together with others.
Result<std::vector<genome::ReadLibrary>> read_libraries(const ReadFiles& files);

}  // namespace kres::app
