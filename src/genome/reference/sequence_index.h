// The index of reference entries: sequences, and every k-mer of the searched ones with its places.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "genome/kmer/kmer.h"
#include "genome/reference/entry.h"
#include "genome/reference/section_file.h"

namespace kres::genome {

// Words of exactly this length find entries: short enough for every contiguous match of 28 bases
// (what ResFinder seeds on) and for most entries at 80 % identity, long enough that chance matches
// in a genome are few.
inline constexpr int kSeedLength = 19;

struct EntryRecord {
  std::uint64_t sequence_offset;
  std::uint32_t length;
  std::uint32_t name_offset, name_length;
  std::uint32_t gene_offset, gene_length;
  std::uint32_t id_offset, id_length;
  EntryKind kind;
  Coding coding;
  std::uint8_t contained;  // 1 if the sequence lies inside a longer entry of the same kind
  std::uint8_t reserved;
};
static_assert(sizeof(EntryRecord) == 40);

// A complete coding sequence by the hash (XXH3, 64 bits) of its protein.
struct ProteinKey {
  std::uint64_t hash;
  EntryId entry;
  std::uint32_t reserved;
};

// Place of a seed: position in the concatenated sequences times two, plus one if the entry holds
// the reverse complement of the canonical k-mer.
using SeedPlace = std::uint32_t;

class SequenceIndex {
 public:
  static Result<SequenceIndex> open(const Path& path, bool verify);

  std::span<const EntryRecord> entries() const { return entries_; }
  const EntryRecord& entry(EntryId id) const { return entries_[id]; }
  std::string_view sequence(EntryId id) const {
    return sequences_.substr(entries_[id].sequence_offset, entries_[id].length);
  }
  std::string_view name(EntryId id) const {
    return strings_.substr(entries_[id].name_offset, entries_[id].name_length);
  }
  std::string_view gene(EntryId id) const {
    return strings_.substr(entries_[id].gene_offset, entries_[id].gene_length);
  }
  std::string_view id(EntryId id) const {
    return strings_.substr(entries_[id].id_offset, entries_[id].id_length);
  }

  // Quick "surely absent" test; about one absent k-mer in fifty passes.
  bool may_contain(Kmer canonical) const {
    const std::uint64_t hash = mix(canonical);
    const std::uint64_t bits =
        (std::uint64_t{1} << (hash & 63)) | (std::uint64_t{1} << ((hash >> 6) & 63));
    return (filter_[(hash >> 12) & filter_mask_] & bits) == bits;
  }
  // Places of a canonical k-mer in the searched entries; empty if it is not there.
  std::span<const SeedPlace> places(Kmer canonical) const;
  EntryId entry_at(std::uint64_t concatenated_position) const;
  // Genes with a complete coding sequence whose protein (protein_of) is exactly this one, in order.
  std::vector<EntryId> genes_with_protein(std::string_view protein) const;

 private:
  friend class SequenceIndexBuilder;
  enum Section : std::uint32_t {
    kEntries = 1,
    kSequences,
    kStrings,
    kSeeds,        // sorted canonical k-mers
    kSeedOffsets,  // seeds + 1 offsets into kSeedPlaces
    kSeedPlaces,
    kBuckets,  // first seed of each value of the top kBucketBits bits, + 1
    kFilter,
    kEntryBlocks,  // entry at every kBlock-th concatenated position
    kProteins,     // sorted ProteinKey
  };
  static constexpr int kBucketBits = 20;
  static constexpr std::uint64_t kBlock = 64;

  explicit SequenceIndex(SectionFile file) : file_(std::move(file)) {}
  Result<void> load();
  Result<void> check_bounds() const;

  SectionFile file_;
  std::span<const EntryRecord> entries_;
  std::string_view sequences_, strings_;
  std::span<const Kmer> seeds_;
  std::span<const std::uint32_t> seed_offsets_;
  std::span<const SeedPlace> seed_places_;
  std::span<const std::uint32_t> buckets_;
  std::span<const std::uint64_t> filter_;
  std::span<const EntryId> entry_blocks_;
  std::span<const ProteinKey> proteins_;
  std::uint64_t filter_mask_ = 0;
};

}  // namespace kres::genome
