// The k-mers of reference entries, joined to stretches: runs of neighbouring k-mers that stand in
// the same entries side by side. A contig that follows a stretch needs one look-up for all of it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "genome/kmer/kmer.h"
#include "genome/reference/entry.h"
#include "genome/reference/section_file.h"

namespace kres::genome {

// Words of exactly this length find entries: short enough for every contiguous match of 28 bases
// (what ResFinder seeds on) and for most entries at 80 % identity, long enough that chance matches
// in a genome are few.
inline constexpr int kSeedLength = 19;

// A k-mer's text in the concatenated sequences: its position times two, plus one if the text is the
// reverse complement of the canonical k-mer.
using SeedPlace = std::uint32_t;

// Neighbouring k-mers of one entry that all stand in the same places, side by side in the same
// order, or in the opposite order where the other entry holds the reverse complement.
struct SeedStretch {
  std::uint32_t position = 0;  // of its text in the concatenated sequences
  std::uint32_t kmers = 0;
  std::uint32_t first_place = 0, places = 0;  // in the table of StretchPlace
  std::uint32_t repeats = 0;                  // 1 if an entry holds it more than once on one strand
};

// Where an entry holds a stretch.
struct StretchPlace {
  EntryId entry = 0;
  std::uint32_t reverse = 0;  // 1 if the entry holds the reverse complement
  std::uint32_t start = 0;    // entry position of the stretch's first k-mer
};

// "Surely absent" for most k-mers that no entry holds. All bits of a k-mer lie in one word.
class SeedFilter {
 public:
  SeedFilter() = default;
  // Requires: the number of words is a power of two.
  explicit SeedFilter(std::span<const std::uint64_t> words)
      : words_(words), mask_(words.size() - 1) {}
  // At least so many bits for each k-mer; the more, the fewer others pass.
  static std::vector<std::uint64_t> build(std::span<const Kmer> canonical, std::size_t bits = 8);

  bool may_contain(Kmer canonical) const {
    const std::uint64_t hash = canonical * kMultiplier;
    const std::uint64_t bits = bits_of(hash);
    return (words_[(hash >> kWordShift) & mask_] & bits) == bits;
  }

  // Fetches ahead what may_contain() will read.
  void fetch(Kmer canonical) const {
    __builtin_prefetch(&words_[(canonical * kMultiplier >> kWordShift) & mask_]);
  }

  // For code that tests several k-mers at a time: word number (hash >> kWordShift) & mask() of
  // words(), three bits of it named by six bits of the hash each, from kBitShift on.
  static constexpr std::uint64_t kMultiplier = 0x9e3779b97f4a7c15ULL;
  static constexpr int kWordShift = 40, kBitShift = 22;
  const std::uint64_t* words() const { return words_.data(); }
  std::uint64_t mask() const { return mask_; }

 private:
  static std::uint64_t bits_of(std::uint64_t hash) {
    return std::uint64_t{1} << (hash >> kBitShift & 63) |
           std::uint64_t{1} << (hash >> (kBitShift + 6) & 63) |
           std::uint64_t{1} << (hash >> (kBitShift + 12) & 63);
  }

  std::span<const std::uint64_t> words_;
  std::uint64_t mask_ = 0;
};

// What a k-mer of a contig meets.
struct SeedHit {
  const SeedStretch* stretch = nullptr;
  std::uint32_t offset = 0;  // number of the k-mer in the stretch
  bool opposite = false;     // the contig holds the reverse complement of the stretch
};

class SeedTable {
 public:
  // Sections of an index that holds a seed table.
  enum Section : std::uint32_t {
    kSeeds = 201,  // sorted canonical k-mers
    kSeedPlaces,   // of each seed, in its stretch
    kSeedStretches,
    kBuckets,  // first seed of each value of the top bits, + 1: bucket_bits_for()
    kFilter,
    kStretches,
    kStretchPlaces,
  };

  // False if the tables do not fit together, or to `bases` concatenated ones.
  Result<bool> load(const SectionFile& file, std::uint64_t bases);

  const SeedFilter& filter() const { return filter_; }
  // Fetch ahead what find() will read: its bucket, and later its seeds.
  void fetch_bucket(Kmer canonical) const {
    __builtin_prefetch(&buckets_[canonical >> bucket_shift_]);
  }
  void fetch_seeds(Kmer canonical) const {
    __builtin_prefetch(seeds_.data() + buckets_[canonical >> bucket_shift_]);
  }
  // `contig_is_canonical`: the contig's own bases are the canonical k-mer.
  std::optional<SeedHit> find(Kmer canonical, bool contig_is_canonical) const;
  bool contains(Kmer canonical) const { return find(canonical, true).has_value(); }
  std::span<const StretchPlace> places(const SeedStretch& stretch) const {
    return places_.subspan(stretch.first_place, stretch.places);
  }

  // Top bits of a k-mer that choose its bucket: no more buckets than a few seeds need, so that a
  // small index is small.
  static constexpr int kMostBucketBits = 20;
  static int bucket_bits_for(std::size_t seeds);
  static int bucket_shift(int bits) { return 2 * kSeedLength - bits; }

 private:
  bool fits(std::uint64_t bases) const;

  std::span<const Kmer> seeds_;
  std::span<const SeedPlace> seed_places_;
  std::span<const std::uint32_t> seed_stretches_, buckets_;
  std::span<const std::uint64_t> filter_words_;
  std::span<const SeedStretch> stretches_;
  std::span<const StretchPlace> places_;
  int bucket_shift_ = 0;
  SeedFilter filter_;
};

}  // namespace kres::genome
