#include "genome/reference/seed_table.h"

#include <algorithm>
#include <bit>

namespace kres::genome {

std::vector<std::uint64_t> SeedFilter::build(std::span<const Kmer> canonical, std::size_t bits) {
  std::vector<std::uint64_t> words(
      std::bit_ceil(std::max<std::size_t>(1, canonical.size() * bits / 64)));
  for (const Kmer kmer : canonical) {
    const std::uint64_t hash = kmer * kMultiplier;
    words[(hash >> kWordShift) & (words.size() - 1)] |= bits_of(hash);
  }
  return words;
}

int SeedTable::bucket_bits_for(std::size_t seeds) {
  return std::clamp(static_cast<int>(std::bit_width(seeds)), 1, kMostBucketBits);
}

Result<bool> SeedTable::load(const SectionFile& file, std::uint64_t bases) {
  KRES_ASSIGN(seeds_, file.section<Kmer>(kSeeds));
  KRES_ASSIGN(seed_places_, file.section<SeedPlace>(kSeedPlaces));
  KRES_ASSIGN(seed_stretches_, file.section<std::uint32_t>(kSeedStretches));
  KRES_ASSIGN(buckets_, file.section<std::uint32_t>(kBuckets));
  KRES_ASSIGN(filter_words_, file.section<std::uint64_t>(kFilter));
  KRES_ASSIGN(stretches_, file.section<SeedStretch>(kStretches));
  KRES_ASSIGN(places_, file.section<StretchPlace>(kStretchPlaces));
  if (!fits(bases)) return false;
  bucket_shift_ = bucket_shift(bucket_bits_for(seeds_.size()));
  filter_ = SeedFilter(filter_words_);
  return true;
}

bool SeedTable::fits(std::uint64_t bases) const {
  if (!std::has_single_bit(filter_words_.size())) return false;
  if (seed_places_.size() != seeds_.size() || seed_stretches_.size() != seeds_.size()) return false;
  if (buckets_.size() != (std::size_t{1} << bucket_bits_for(seeds_.size())) + 1) return false;
  if (!std::is_sorted(buckets_.begin(), buckets_.end()) || buckets_.back() != seeds_.size())
    return false;
  return std::all_of(stretches_.begin(), stretches_.end(), [&](const SeedStretch& stretch) {
    return std::uint64_t{stretch.position} + stretch.kmers + kSeedLength - 1 <= bases &&
           std::uint64_t{stretch.first_place} + stretch.places <= places_.size();
  });
}

std::optional<SeedHit> SeedTable::find(Kmer canonical, bool contig_is_canonical) const {
  const auto bucket = static_cast<std::size_t>(canonical >> bucket_shift_);
  const auto* first = seeds_.data() + buckets_[bucket];
  const auto* last = seeds_.data() + buckets_[bucket + 1];
  const auto* found = std::lower_bound(first, last, canonical);
  if (found == last || *found != canonical) return std::nullopt;
  const auto seed = static_cast<std::size_t>(found - seeds_.data());
  const SeedPlace place = seed_places_[seed];
  if (seed_stretches_[seed] >= stretches_.size()) return std::nullopt;
  const SeedStretch& stretch = stretches_[seed_stretches_[seed]];
  const std::uint32_t offset = (place >> 1) - stretch.position;
  if (offset >= stretch.kmers) return std::nullopt;
  return SeedHit{&stretch, offset, contig_is_canonical == ((place & 1) != 0)};
}

}  // namespace kres::genome
