// k-mers of up to 63 bases as 2-bit numbers (A 0, C 1, G 2, T 3) in 128 bits.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "genome/kmer/packed_bases.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

__extension__ typedef unsigned __int128 LongKmer;

inline std::uint64_t hash_of(LongKmer kmer) {
  std::uint64_t hash = static_cast<std::uint64_t>(kmer) * 0x9e3779b97f4a7c15ULL;
  hash ^= static_cast<std::uint64_t>(kmer >> 64) * 0xc2b2ae3d27d4eb4fULL;
  hash ^= hash >> 29;
  hash *= 0xbf58476d1ce4e5b9ULL;
  return hash ^ hash >> 32;
}

// The reverse complement.
inline LongKmer turned_long_kmer(LongKmer kmer, int k) {
  const LongKmer low = turned_kmer(static_cast<Kmer>(kmer), 32);
  return (low << 64 | turned_kmer(static_cast<Kmer>(kmer >> 64), 32)) >> (128 - 2 * k);
}

// The k bases of a packed read from `position` on. Requires: they are there, and two words behind
// the read's own are readable.
inline LongKmer packed_long_kmer(const std::uint64_t* words, std::size_t position, int k) {
  const std::uint64_t* const first = words + position / 32;
  const std::size_t shift = 2 * (position % 32);
  LongKmer bits = (LongKmer{first[0]} << 64 | first[1]) << shift;
  if (shift > 0) bits |= first[2] >> (64 - shift);
  return bits >> (128 - 2 * k);
}

// Both strands of the k bases last pushed.
class LongKmerRoll {
 public:
  explicit LongKmerRoll(int k) : k_(k), mask_((LongKmer{1} << (2 * k)) - 1) {}

  void clear() { valid_ = 0; }
  // False while fewer than k bases without an ambiguous one were pushed.
  bool push(char base) {
    const std::uint8_t code = sequence::base_code(base);
    if (code == sequence::kNoCode) {
      valid_ = 0;
      return false;
    }
    forward_ = ((forward_ << 2) | code) & mask_;
    reverse_ = (reverse_ >> 2) | (static_cast<LongKmer>(3 - code) << (2 * (k_ - 1)));
    return ++valid_ >= k_;
  }

  LongKmer forward() const { return forward_; }
  LongKmer reverse() const { return reverse_; }
  bool is_canonical() const { return forward_ <= reverse_; }
  LongKmer canonical() const { return forward_ <= reverse_ ? forward_ : reverse_; }

 private:
  int k_, valid_ = 0;
  LongKmer mask_, forward_ = 0, reverse_ = 0;
};

// Calls visit(start, roll) for every k-mer without an ambiguous base, left to right.
template <class Visit>
void for_each_long_kmer(std::string_view bases, int k, Visit&& visit) {
  LongKmerRoll roll(k);
  for (std::size_t i = 0; i < bases.size(); ++i)
    if (roll.push(bases[i])) visit(i + 1 - static_cast<std::size_t>(k), roll);
}

}  // namespace kres::genome
