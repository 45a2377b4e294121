// Which words of a packed read an index of seeds may know.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "genome/reads/packed_read.h"
#include "genome/reference/seed_table.h"

namespace kres::genome {

struct KnownWord {
  Kmer canonical = 0;
  bool bases_are_canonical = false;  // the bases themselves, not their reverse complement

  friend bool operator==(const KnownWord&, const KnownWord&) = default;
};

// Appends the words of a read, `step` bases apart and the last one, that the filter does not rule
// out, left to right. `words`: of pack_bases(), with one readable word behind them.
void append_known_words(const std::uint64_t* words, std::size_t length, std::size_t step,
                        const SeedFilter& filter, std::vector<KnownWord>& found);

// The same on any processor: what the way for particular ones is tested against.
void append_known_words_plain(const std::uint64_t* words, std::size_t length, std::size_t step,
                              const SeedFilter& filter, std::vector<KnownWord>& found);

// The same on processors with AVX-512 (F, BW, DQ, VL). Requires: has_wide_word_filter().
bool has_wide_word_filter();
void append_known_words_wide(const std::uint64_t* words, std::size_t length, std::size_t step,
                             const SeedFilter& filter, std::vector<KnownWord>& found);

}  // namespace kres::genome
