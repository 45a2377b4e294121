// Every 28-base word of a set of sequences with its places: what the peer's search seeds on.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "genome/kmer/kmer.h"

namespace kres::genome {

// megablast's default word (blastn -help, -word_size): a match without 28 equal bases in a row is
// not found.
inline constexpr int kPeerWord = 28;

struct WordPlace {
  std::uint32_t sequence = 0;
  std::uint32_t position = 0;  // 0-based start of the word in the sequence
  bool reverse = false;        // the sequence holds the reverse complement of the canonical word
};

class WordIndex {
 public:
  explicit WordIndex(const std::vector<std::string_view>& sequences);

  // Places of a canonical word; empty if no sequence holds it.
  std::span<const WordPlace> places(Kmer canonical) const;

 private:
  static constexpr int kFilterBits = 26;
  std::vector<Kmer> words_;  // sorted; places_ stands beside it
  std::vector<WordPlace> places_;
  std::vector<std::uint64_t> filter_;  // one bit per hash value: rules most absent words out
};

}  // namespace kres::genome
