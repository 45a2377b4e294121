#include "genome/reads/word_filter.h"

namespace kres::genome {

namespace {

// As packed_kmer(), of a word that may end in the next one or not. Requires: that one is readable.
Kmer word_at(const std::uint64_t* words, std::size_t position) {
  const std::size_t shift = 2 * (position % 32);
  const std::uint64_t bits =
      words[position / 32] << shift | words[position / 32 + 1] >> 1 >> (63 - shift);
  return bits >> (64 - 2 * kSeedLength);
}

}  // namespace

void append_words_plain(const std::uint64_t* words, std::size_t length, std::size_t step,
                        const SeedFilter& filter, WordList& found) {
  constexpr auto kWord = static_cast<std::size_t>(kSeedLength);
  if (length < kWord) return;
  const std::size_t last = length - kWord;
  for (std::size_t position = 0;; position = std::min(position + step, last)) {
    const Kmer forward = packed_kmer(words, position, kSeedLength);
    const Kmer canonical = std::min(forward, turned_kmer(forward, kSeedLength));
    filter.fetch(canonical);
    *found.room_for(1) = canonical;
    found.add(1);
    if (position == last) return;
  }
}

void find_possible_plain(std::span<const Kmer> words, const SeedFilter& filter,
                         std::vector<std::uint32_t>& numbers) {
  numbers.resize(words.size());
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    numbers[count] = i;
    count += filter.may_contain(words[i]);
  }
  numbers.resize(count);
}

bool may_hold_word_plain(const std::uint64_t* words, std::size_t length, std::size_t step,
                         const SeedFilter& filter) {
  constexpr auto kWord = static_cast<std::size_t>(kSeedLength);
  if (length < kWord) return false;
  const std::size_t last = length - kWord;
  constexpr std::size_t kTogether = 4;  // asked without a branch between them: few reads hold one
  for (std::size_t first = 0;; first += kTogether * step) {
    bool any = false;
    for (std::size_t i = 0; i < kTogether; ++i)
      any |= filter.may_contain(word_at(words, std::min(first + i * step, last)));
    if (any || first + (kTogether - 1) * step >= last) return any;
  }
}

void append_words(const std::uint64_t* words, std::size_t length, std::size_t step,
                  const SeedFilter& filter, WordList& found) {
  static const auto append = has_wide_words()   ? append_words_wide
                             : has_avx2_words() ? append_words_avx2
                                                : append_words_plain;
  append(words, length, step, filter, found);
}

void find_possible(std::span<const Kmer> words, const SeedFilter& filter,
                   std::vector<std::uint32_t>& numbers) {
  static const auto find = has_wide_words()   ? find_possible_wide
                           : has_avx2_words() ? find_possible_avx2
                                              : find_possible_plain;
  find(words, filter, numbers);
}

bool may_hold_word(const std::uint64_t* words, std::size_t length, std::size_t step,
                   const SeedFilter& filter) {
  static const auto may_hold = has_wide_words() ? may_hold_word_wide : may_hold_word_plain;
  return may_hold(words, length, step, filter);
}

}  // namespace kres::genome
