#include "genome/concordance/word_index.h"

#include <algorithm>
#include <utility>

namespace kres::genome {

WordIndex::WordIndex(const std::vector<std::string_view>& sequences)
    : filter_(std::size_t{1} << (kFilterBits - 6), 0) {
  std::vector<std::pair<Kmer, WordPlace>> all;
  for (std::uint32_t i = 0; i < sequences.size(); ++i)
    for_each_kmer(sequences[i], kPeerWord, [&](std::size_t at, Kmer forward, Kmer reverse) {
      const Kmer canonical = std::min(forward, reverse);
      all.push_back({canonical, {i, static_cast<std::uint32_t>(at), canonical != forward}});
      const auto hash = mix(canonical) >> (64 - kFilterBits);
      filter_[hash >> 6] |= std::uint64_t{1} << (hash & 63);
    });
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  words_.reserve(all.size());
  places_.reserve(all.size());
  for (const auto& [word, place] : all) {
    words_.push_back(word);
    places_.push_back(place);
  }
}

std::span<const WordPlace> WordIndex::places(Kmer canonical) const {
  const auto hash = mix(canonical) >> (64 - kFilterBits);
  if ((filter_[hash >> 6] & (std::uint64_t{1} << (hash & 63))) == 0) return {};
  const auto [first, last] = std::equal_range(words_.begin(), words_.end(), canonical);
  return {places_.data() + (first - words_.begin()), static_cast<std::size_t>(last - first)};
}

}  // namespace kres::genome
