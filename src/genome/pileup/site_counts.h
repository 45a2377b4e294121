// What reads show at each base of the contigs, by strand.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace kres::genome {

// Read on the contig's forward and reverse strand.
struct StrandCount {
  std::uint32_t forward = 0, reverse = 0;

  std::uint32_t sum() const { return forward + reverse; }
  std::uint32_t& of(bool is_reverse) { return is_reverse ? reverse : forward; }
  StrandCount& operator+=(const StrandCount& more) {
    forward += more.forward;
    reverse += more.reverse;
    return *this;
  }
};

// Bases below the least quality count in `depth` only. Each fragment counts once: where its two
// reads overlap, the one that comes first in the list does.
struct SiteCount {
  std::array<StrandCount, 4> bases;  // A, C, G, T
  StrandCount deletion;              // reads that lack this base
  StrandCount insertion;             // reads that have more bases behind this one
  std::uint32_t depth = 0;           // reads that lie over it

  std::uint32_t reads() const {  // that tell something
    return bases[0].sum() + bases[1].sum() + bases[2].sum() + bases[3].sum() + deletion.sum();
  }
};

using ContigCounts = std::vector<SiteCount>;  // one a base

}  // namespace kres::genome
