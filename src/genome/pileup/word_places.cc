#include "genome/pileup/word_places.h"

#include <algorithm>
#include <bit>

namespace kres::genome {

WordPlaces::WordPlaces(const std::vector<sequence::ContigSequence>& contigs) {
  std::size_t bases = 0;
  for (const auto& contig : contigs) bases += contig.bases.size();
  words_.reserve(bases);
  slots_.resize(std::bit_ceil(std::max<std::size_t>(2 * bases, 16)));
  // Places are chained in front of those known, so the last contig comes first; from the last on,
  // the first one does.
  for (std::size_t i = contigs.size(); i-- > 0;)
    for_each_kmer(
        contigs[i].bases, kAnchorLength, [&](std::size_t start, Kmer forward, Kmer reverse) {
          const std::uint64_t hash = mix(std::min(forward, reverse));
          auto& slot = slots_[slot_of(hash)];
          slot.mark = static_cast<std::uint32_t>(hash >> 32);
          words_.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(start),
                            slot.head, forward < reverse});
          slot.head = static_cast<std::uint32_t>(words_.size() - 1);
        });
}

std::size_t WordPlaces::slot_of(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  const auto mark = static_cast<std::uint32_t>(hash >> 32);
  std::size_t at = hash & mask;
  while (slots_[at].head != kNone && slots_[at].mark != mark) at = (at + 1) & mask;
  return at;
}

}  // namespace kres::genome
