// The words of a packed read that an index of seeds is asked for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "genome/reads/packed_read.h"
#include "genome/reference/seed_table.h"

namespace kres::genome {

struct ReadWord {
  Kmer canonical = 0;
  bool bases_are_canonical = false;  // the bases themselves, not their reverse complement

  friend bool operator==(const ReadWord&, const ReadWord&) = default;
};

// Appends the words of a read, `step` bases apart and the last one, left to right, and fetches
// ahead what the filter will be asked. `words`: of pack_bases(), with one readable word behind
// them.
void append_words(const std::uint64_t* words, std::size_t length, std::size_t step,
                  const SeedFilter& filter, std::vector<ReadWord>& found);

// The same on any processor: what the way for particular ones is tested against.
void append_words_plain(const std::uint64_t* words, std::size_t length, std::size_t step,
                        const SeedFilter& filter, std::vector<ReadWord>& found);

// The same on processors with AVX-512 (F, BW, DQ, VL). Requires: has_wide_words().
bool has_wide_words();
void append_words_wide(const std::uint64_t* words, std::size_t length, std::size_t step,
                       const SeedFilter& filter, std::vector<ReadWord>& found);

}  // namespace kres::genome
