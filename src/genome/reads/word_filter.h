// The words of a packed read that an index of seeds is asked for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "genome/kmer/packed_bases.h"
#include "genome/reads/read_store.h"
#include "genome/reference/seed_table.h"

namespace kres::genome {

// A canonical word, with the top bit set if the bases themselves are canonical and not their
// reverse complement.
using ReadWord = std::uint64_t;
inline constexpr ReadWord kAsRead = ReadWord{1} << 63;
inline constexpr Kmer canonical_of(ReadWord word) { return word & ~kAsRead; }
inline constexpr bool is_as_read(ReadWord word) { return (word & kAsRead) != 0; }

// So many words behind those of a packed read must be readable.
inline constexpr std::size_t kWordsBehind = ReadStore::kWordsBehind;

// Appends the words of a read, `step` bases apart and the last one, left to right, and fetches
// ahead what the filter will be asked. `words`: of pack_bases(), with kWordsBehind more that are
// readable.
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
