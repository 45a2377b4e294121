// Chains segments of one entry into placements: one copy of the entry on a contig, whole or in
// part.
#pragma once

#include <limits>
#include <vector>

#include "genome/search/seed_scan.h"

namespace kres::genome {

struct Placement {
  EntryId entry = 0;
  bool reverse = false;
  std::uint32_t contig = 0;
  std::uint32_t contig_start = 0, contig_end = 0;
  std::uint32_t seeds = 0;
  std::vector<Segment> segments;  // ordered along the contig, entry positions grow
  // Contig bases that the copy may use: those beyond belong to others.
  std::uint32_t free_start = 0, free_end = std::numeric_limits<std::uint32_t>::max();
};

struct ChainLimits {
  std::int64_t largest_insertion = 3500;  // bases of the contig between two segments of one copy
  double least_coverage = 0.15;           // share of the entry between first and last seed
  std::uint32_t least_bases = 40;         // the same, in bases
};

// Requires: segments are ordered as SeedScanner::scan returns them.
std::vector<Placement> chain_segments(const std::vector<Segment>& segments, std::uint32_t contig,
                                      const SequenceIndex& index, const ChainLimits& limits);

// Whether so many bases in a row of an entry are worth a look.
bool is_long_enough(std::int64_t bases, std::uint32_t entry_length, const ChainLimits& limits);

}  // namespace kres::genome
