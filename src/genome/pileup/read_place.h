// Where one read stands on the contigs.
#pragma once

#include <cstdint>
#include <vector>

#include "genome/align/alignment.h"

namespace kres::genome {

// Positions are 0-based, half-open. The read is meant as it lies on the contig's forward strand:
// on the reverse strand read_start counts in its reverse complement.
struct ReadPlace {
  std::uint32_t contig = 0;
  bool reverse = false;
  std::uint32_t contig_start = 0, contig_end = 0;
  std::uint32_t read_start = 0, read_end = 0;  // the rest hangs over the contig's ends
  std::int32_t score = 0;
  // Only of a place with gaps: one column a base of the contig or the read, `insertion` a base of
  // the read that the contig does not have.
  std::vector<Column> columns;
};

struct PlacementLimits {
  std::uint32_t least_overlap = 31;  // bases of the read on the contig
  double least_score = 0.5;          // for each of those bases: one difference in ten
  std::uint32_t gaps_from = 4;       // differences from which on gaps are tried
  std::uint32_t widest_gap = 24;     // bases of all gaps on one side of the best stretch
};

}  // namespace kres::genome
