// The index of reference entries: their sequences, and the k-mers that find the searched ones.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "genome/reference/entry.h"
#include "genome/reference/section_file.h"
#include "genome/reference/seed_table.h"

namespace kres::genome {

struct EntryRecord {
  std::uint64_t sequence_offset;
  std::uint32_t length;
  std::uint32_t name_offset, name_length;
  std::uint32_t gene_offset, gene_length;
  std::uint32_t id_offset, id_length;
  EntryKind kind;
  Coding coding;
  std::uint8_t contained;       // 1 if the sequence lies inside a longer entry of the same kind
  std::uint8_t only_looked_up;  // 1 if it is not searched for: NewEntry::always_searched
};
static_assert(sizeof(EntryRecord) == 40);

// A complete coding sequence by the hash (XXH3, 64 bits) of its protein.
struct ProteinKey {
  std::uint64_t hash;
  EntryId entry;
  std::uint32_t reserved;
};

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

  std::string_view bases() const { return sequences_; }  // of all entries, one after the other
  const SeedTable& seeds() const { return seeds_; }
  // Genes with a complete coding sequence whose protein (protein_of) is exactly this one, in order.
  std::vector<EntryId> genes_with_protein(std::string_view protein) const;

 private:
  friend class SequenceIndexBuilder;
  enum Section : std::uint32_t {
    kEntries = 1,
    kSequences,
    kStrings,
    kProteins,  // sorted ProteinKey
  };
  explicit SequenceIndex(SectionFile file) : file_(std::move(file)) {}
  Result<void> load();
  bool fits() const;

  SectionFile file_;
  std::span<const EntryRecord> entries_;
  std::string_view sequences_, strings_;
  std::span<const ProteinKey> proteins_;
  SeedTable seeds_;
};

}  // namespace kres::genome
