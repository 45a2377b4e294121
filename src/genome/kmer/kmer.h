// k-mers of nucleotide sequences as 2-bit numbers (A 0, C 1, G 2, T 3), k at most 31.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sequence/nucleotides.h"

namespace kres::genome {

using Kmer = std::uint64_t;

// Calls visit(start, forward, reverse) for every k-mer without an ambiguous base, left to right.
// `start` is 0-based; `reverse` is the reverse complement. The canonical k-mer is the smaller of
// the two. Requires: 1 <= k <= 31.
template <class Visit>
void for_each_kmer(std::string_view bases, int k, Visit&& visit) {
  const Kmer mask = (Kmer{1} << (2 * k)) - 1;
  const int top = 2 * (k - 1);
  Kmer forward = 0, reverse = 0;
  int valid = 0;
  for (std::size_t i = 0; i < bases.size(); ++i) {
    const std::uint8_t code = sequence::base_code(bases[i]);
    if (code == sequence::kNoCode) {
      valid = 0;
      continue;
    }
    forward = ((forward << 2) | code) & mask;
    reverse = (reverse >> 2) | (static_cast<Kmer>(3 - code) << top);
    if (++valid >= k) visit(i + 1 - static_cast<std::size_t>(k), forward, reverse);
  }
}

// Mixes a k-mer into a well-spread 64-bit number (the finaliser of SplitMix64).
inline std::uint64_t mix(Kmer kmer) {
  kmer ^= kmer >> 30;
  kmer *= 0xbf58476d1ce4e5b9ULL;
  kmer ^= kmer >> 27;
  kmer *= 0x94d049bb133111ebULL;
  return kmer ^ (kmer >> 31);
}

}  // namespace kres::genome
