#include "genome/reads/word_filter.h"

namespace kres::genome {

void append_words_plain(const std::uint64_t* words, std::size_t length, std::size_t step,
                        const SeedFilter& filter, std::vector<ReadWord>& found) {
  constexpr auto kWord = static_cast<std::size_t>(kSeedLength);
  if (length < kWord) return;
  const std::size_t last = length - kWord;
  for (std::size_t position = 0;; position = std::min(position + step, last)) {
    const Kmer forward = packed_kmer(words, position, kSeedLength);
    const Kmer reverse = turned_kmer(forward, kSeedLength), canonical = std::min(forward, reverse);
    filter.fetch(canonical);
    found.push_back(canonical | (forward <= reverse ? kAsRead : 0));
    if (position == last) return;
  }
}

void append_words(const std::uint64_t* words, std::size_t length, std::size_t step,
                  const SeedFilter& filter, std::vector<ReadWord>& found) {
  static const bool wide = has_wide_words();
  if (wide)
    append_words_wide(words, length, step, filter, found);
  else
    append_words_plain(words, length, step, filter, found);
}

}  // namespace kres::genome
