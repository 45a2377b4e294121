// The index of species sketches: which reference genomes hold a hash.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "genome/reference/mash_sketches.h"
#include "genome/reference/section_file.h"

namespace kres::genome {

using SketchId = std::uint16_t;
__extension__ typedef unsigned __int128 Wide;

// A sketch with the species it stands for.
struct SpeciesSketch {
  std::string species;    // "Klebsiella pneumoniae"; empty parts of a genus are "Klebsiella sp."
  std::string reference;  // "GCF_000240185"
  std::vector<std::uint64_t> hashes;
};

struct SketchRecord {
  std::uint32_t species;  // index into species names
  std::uint32_t hash_count;
  std::uint64_t largest_hash;
  std::uint32_t reference_offset, reference_length;
};

class SpeciesIndex {
 public:
  static Result<SpeciesIndex> open(const Path& path, bool verify);
  // The index file. At most 65535 sketches.
  static Result<std::string> build(std::uint32_t kmer_size, std::uint32_t seed,
                                   const std::vector<SpeciesSketch>& sketches);

  int kmer_size() const { return static_cast<int>(parameters_[0]); }
  std::uint32_t seed() const { return static_cast<std::uint32_t>(parameters_[1]); }
  std::uint64_t largest_hash() const { return parameters_[2]; }
  std::span<const SketchRecord> sketches() const { return sketches_; }
  std::string_view species_name(std::uint32_t species) const { return species_names_[species]; }
  std::size_t species_count() const { return species_names_.size(); }
  std::string_view reference(SketchId id) const {
    return strings_.substr(sketches_[id].reference_offset, sketches_[id].reference_length);
  }
  // Every sketch with its hashes, as build() was given them.
  std::vector<SpeciesSketch> all_sketches() const;
  // Sketches that hold a hash; none where an altered index would lead beyond its tables.
  std::span<const SketchId> holders(std::uint64_t hash) const;

 private:
  enum Section : std::uint32_t {
    kParameters = 101,  // k, seed, largest hash
    kSketches,
    kSpeciesNames,  // one a line
    kStrings,
    kHashes,  // sorted
    kOffsets,
    kHolders,
    kBuckets,  // first hash of each of bucket_count() equal parts of [0, largest], + 1
  };
  static std::uint64_t bucket_count(std::size_t hashes) {  // a small index is small
    return std::min(std::uint64_t{1} << 18, std::bit_ceil(std::uint64_t{hashes}));
  }
  static std::uint64_t bucket_of(std::uint64_t hash, std::uint64_t largest, std::uint64_t count) {
    return static_cast<std::uint64_t>(static_cast<Wide>(hash) * count /
                                      (static_cast<Wide>(largest) + 1));
  }

  explicit SpeciesIndex(SectionFile file) : file_(std::move(file)) {}
  Result<void> load();
  bool tables_fit() const;
  std::span<const SketchId> holders_at(std::size_t hash_number) const;

  SectionFile file_;
  std::span<const std::uint64_t> parameters_;
  std::span<const SketchRecord> sketches_;
  std::vector<std::string_view> species_names_;
  std::string_view strings_;
  std::span<const std::uint64_t> hashes_;
  std::span<const std::uint32_t> offsets_;
  std::span<const SketchId> holders_;
  std::span<const std::uint32_t> buckets_;
};

}  // namespace kres::genome
