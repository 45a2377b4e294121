// Bases as two-bit codes, 32 a word.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "genome/kmer/kmer.h"

namespace kres::genome {

// Words of `length` bases.
inline constexpr std::size_t packed_words(std::size_t length) { return (length + 31) / 32; }

// Eight letters A, C, G, T in the lowest sixteen bits, the first in the highest of these: the
// letters' second and third lowest bits tell A, C, G and T apart, as 0, 1, 3, 2.
inline std::uint64_t pack_eight(const char* bases) {
  std::uint64_t text;
  std::memcpy(&text, bases, sizeof text);
  text = __builtin_bswap64(text) >> 1 & 0x0303030303030303ULL;
  text ^= text >> 1 & 0x0101010101010101ULL;
  text = (text | text >> 6) & 0x000f000f000f000fULL;
  text = (text | text >> 12) & 0x000000ff000000ffULL;
  return (text | text >> 24) & 0xffff;
}

// The first base stands in the highest bits. An N is read as some base: a word with one meets
// nothing but by chance. Requires: words holds packed_words(bases.size()).
void pack_bases(std::string_view bases, std::uint64_t* words);

// The k bases from `position` on. Requires: they are there.
inline Kmer packed_kmer(const std::uint64_t* words, std::size_t position, int k) {
  const std::size_t word = position / 32, shift = 2 * (position % 32);
  std::uint64_t bits = words[word] << shift;
  if (position % 32 + static_cast<std::size_t>(k) > 32) bits |= words[word + 1] >> (64 - shift);
  return bits >> (64 - 2 * k);
}

inline Kmer turned_kmer(Kmer kmer, int k) {
  kmer = ~kmer;
  kmer = (kmer >> 2 & 0x3333333333333333ULL) | (kmer & 0x3333333333333333ULL) << 2;
  kmer = (kmer >> 4 & 0x0f0f0f0f0f0f0f0fULL) | (kmer & 0x0f0f0f0f0f0f0f0fULL) << 4;
  return __builtin_bswap64(kmer) >> (64 - 2 * k);
}

// Replaces the text.
void unpack_bases(const std::uint64_t* words, std::size_t length, std::string& bases);

}  // namespace kres::genome
