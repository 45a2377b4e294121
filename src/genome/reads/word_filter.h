// The words of packed reads, and which of them a filter of seeds does not rule out.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "genome/kmer/packed_bases.h"
#include "genome/reads/read_store.h"
#include "genome/reference/seed_table.h"

namespace kres::genome {

// So many words behind those of a packed read must be readable.
inline constexpr std::size_t kWordsBehind = ReadStore::kWordsBehind;

// Words of one or more reads, one behind the other, canonical.
class WordList {
 public:
  // What is written to room_for(count) is part of the list once add(count) says so.
  Kmer* room_for(std::size_t count) {
    if (words_.size() < used_ + count) words_.resize(std::max(2 * words_.size(), used_ + count));
    return words_.data() + used_;
  }
  void add(std::size_t count) { used_ += count; }
  void clear() { used_ = 0; }
  std::size_t size() const { return used_; }
  std::span<const Kmer> words() const { return {words_.data(), used_}; }

 private:
  std::vector<Kmer> words_;
  std::size_t used_ = 0;
};

// Appends the words of a read, `step` bases apart and the last one, left to right, and fetches
// ahead what the filter will be asked. `words`: of pack_bases(), with kWordsBehind more that are
// readable.
void append_words(const std::uint64_t* words, std::size_t length, std::size_t step,
                  const SeedFilter& filter, WordList& found);

// Replaces `numbers` by those of the words that the filter may contain, ascending.
void find_possible(std::span<const Kmer> words, const SeedFilter& filter,
                   std::vector<std::uint32_t>& numbers);

// Whether the filter may contain any of the words of a read, at the positions of append_words() but
// as they are read: the filter must hold both directions of what is looked for.
bool may_hold_word(const std::uint64_t* words, std::size_t length, std::size_t step,
                   const SeedFilter& filter);

// The same on any processor: what the ways for particular ones are tested against.
void append_words_plain(const std::uint64_t* words, std::size_t length, std::size_t step,
                        const SeedFilter& filter, WordList& found);
void find_possible_plain(std::span<const Kmer> words, const SeedFilter& filter,
                         std::vector<std::uint32_t>& numbers);
bool may_hold_word_plain(const std::uint64_t* words, std::size_t length, std::size_t step,
                         const SeedFilter& filter);

// The same on processors with AVX2. Requires: has_avx2_words().
bool has_avx2_words();
void append_words_avx2(const std::uint64_t* words, std::size_t length, std::size_t step,
                       const SeedFilter& filter, WordList& found);
void find_possible_avx2(std::span<const Kmer> words, const SeedFilter& filter,
                        std::vector<std::uint32_t>& numbers);

// The same on processors with AVX-512 (F, BW, DQ, VL). Requires: has_wide_words().
bool has_wide_words();
void append_words_wide(const std::uint64_t* words, std::size_t length, std::size_t step,
                       const SeedFilter& filter, WordList& found);
void find_possible_wide(std::span<const Kmer> words, const SeedFilter& filter,
                        std::vector<std::uint32_t>& numbers);
bool may_hold_word_wide(const std::uint64_t* words, std::size_t length, std::size_t step,
                        const SeedFilter& filter);

}  // namespace kres::genome
