// A sample of a genome's places that is the same in every read: stretches of 32 bases around the
// sites of one short pattern.
#pragma once

#include <cstdint>

namespace kres::genome {

// The pattern is YTGCAR (R: A or G, Y: C or T), which is its own reverse complement: one site in
// 500 to 1000 bases, in genomes of any GC content. A tag is a site with the bases beside it.
inline constexpr int kTagBases = 32, kBasesBesideSite = 13;

// How many fragments show a tag, as it is written or as its reverse complement.
struct SiteTag {
  std::uint64_t bases = 0;  // two bits a base as in kmer.h, the smaller of both strands
  std::uint32_t forward = 0, reverse = 0;

  std::uint32_t sum() const { return forward + reverse; }
};

}  // namespace kres::genome
