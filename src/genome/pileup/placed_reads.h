// What is asked of placed reads, and what they give.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <vector>

#include "genome/pileup/read_place.h"
#include "genome/pileup/site_counts.h"

namespace kres::genome {

// 0-based, half-open, on a contig.
struct Stretch {
  std::uint32_t contig = 0, start = 0, end = 0;
};

// Three bases of a contig, to be read as one.
struct WatchedCodon {
  std::uint32_t contig = 0, position = 0;
  auto operator<=>(const WatchedCodon&) const = default;
};

// Reads by the three bases they show, all of them of the least quality; the index is 16 times the
// code of the first base (genome/kmer) plus 4 times the second plus the third, as the contig reads.
using CodonCounts = std::array<StrandCount, 64>;

struct PileupOptions {
  PlacementLimits placement;
  int least_quality = 15;  // a base counts as evidence from this Phred score on
  // Where reads go that fit several places equally well: these before others. If empty, every
  // contig as a whole. Ordered by contig and start, and apart from each other.
  std::vector<Stretch> stretches;
  std::vector<WatchedCodon> codons;  // ordered
  int threads = 1;                   // the counts do not depend on it
};

struct PlacedReads {
  std::vector<ContigCounts> counts;  // by contig
  std::vector<CodonCounts> codons;   // of the watched ones, in their order
  std::uint64_t placed = 0;          // reads
  double read_length = 0;            // mean of all reads
};

}  // namespace kres::genome
