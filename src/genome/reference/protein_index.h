// The index of reference proteins: sequences, family cut-offs, and where words of seven residues
// stand.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "genome/reference/entry.h"
#include "genome/reference/section_file.h"

namespace kres::genome {

using ProteinId = std::uint32_t;  // position in the index

// Words of exactly this many residues find proteins: at 70 % identity a protein of 250 residues
// shares about twenty of them, by chance a bacterial genome meets few.
inline constexpr int kWordLength = 7;

// Code of a residue in a word: its place in the alphabet; a stop is 31.
constexpr std::uint64_t residue_code(char residue) {
  return residue == '*' ? 31 : static_cast<std::uint64_t>(residue - 'A') & 31;
}

using Word = std::uint64_t;  // one code to the byte, the first residue in the lowest

struct TextRef {
  std::uint32_t offset, length;
};

struct ProteinRecord {
  std::uint32_t offset, length;  // in the sequences
  TextRef id, name, gene, family;
  TextRef scopes, agents;  // several, each between ';'
  TextRef drug_class, critical_family;
  float complete_identity, complete_coverage, partial_identity, partial_coverage;  // per cent
  ProteinId representative;  // itself if its words are in the index
  std::uint32_t kind;        // ProteinKind
};

struct ExactProtein {
  std::uint64_t hash;  // XXH3, 64 bits
  ProteinId protein;
  std::uint32_t reserved;
};

class ProteinIndex {
 public:
  static Result<ProteinIndex> open(const Path& path, bool verify);

  std::span<const ProteinRecord> proteins() const { return proteins_; }
  const ProteinRecord& protein(ProteinId id) const { return proteins_[id]; }
  ProteinKind kind(ProteinId id) const { return static_cast<ProteinKind>(proteins_[id].kind); }
  std::string_view sequence(ProteinId id) const {
    return sequences_.substr(proteins_[id].offset, proteins_[id].length);
  }
  std::string_view text(TextRef ref) const { return strings_.substr(ref.offset, ref.length); }

  // False for nearly every word that is nowhere in the index; true for every word that is.
  bool may_contain(Word word) const {
    const std::uint64_t hash = mixed(word);
    const std::uint64_t bits = filter_bits(hash);
    return (filter_[filter_place(hash, filter_.size())] & bits) == bits;
  }
  std::span<const std::uint64_t> filter() const { return filter_; }
  // Places of a word: positions in the concatenated sequences.
  std::span<const std::uint32_t> places(Word word) const;
  ProteinId protein_at(std::uint32_t position) const;
  // Proteins of exactly this sequence.
  std::vector<ProteinId> equal_to(std::string_view sequence) const;
  // Proteins that a representative stands for, itself included; ordered.
  std::span<const ProteinId> members(ProteinId representative) const {
    return members_.subspan(member_offsets_[representative],
                            member_offsets_[representative + 1] - member_offsets_[representative]);
  }

  static std::uint64_t mixed(Word word) {
    word *= 0x9e3779b97f4a7c15ULL;
    return word ^ (word >> 29);
  }

  // Where a word's three bits stand in a filter of `size` numbers.
  static std::uint64_t filter_bits(std::uint64_t mixed) {
    return std::uint64_t{1} << (mixed & 63) | std::uint64_t{1} << (mixed >> 6 & 63) |
           std::uint64_t{1} << (mixed >> 12 & 63);
  }
  static std::size_t filter_place(std::uint64_t mixed, std::size_t size) {
    return static_cast<std::size_t>((mixed >> 32) * size >> 32);
  }

  enum Section : std::uint32_t {
    kProteins = 201,
    kSequences,
    kStrings,
    kWords,        // sorted by their mixed value
    kWordOffsets,  // into kPlaces, one more than words
    kPlaces,
    kBuckets,  // first word whose mixed value has these upper bits, + 1: bucket_bits_for()
    kFilter,
    kExact,  // sorted by hash
    kMemberOffsets,
    kMembers,
    kBlocks,  // protein at every 64th position
  };
  static constexpr int kMostBucketBits = 16;
  static int bucket_bits_for(std::size_t words);
  static constexpr std::uint32_t kBlock = 64;

 private:
  explicit ProteinIndex(SectionFile file) : file_(std::move(file)) {}
  Result<void> load();
  bool tables_fit() const;

  SectionFile file_;
  std::span<const ProteinRecord> proteins_;
  std::string_view sequences_, strings_;
  std::span<const Word> words_;
  std::span<const std::uint32_t> word_offsets_, places_, buckets_;
  std::span<const std::uint64_t> filter_;
  std::span<const ExactProtein> exact_;
  std::span<const std::uint32_t> member_offsets_;
  std::span<const ProteinId> members_, blocks_;
  int bucket_shift_ = 0;
};

// The index file. Targets are all searched; of genes only those that share less than two fifths of
// their words with one searched before, the others are members of the one they share most with.
std::string build_protein_index(const std::vector<NewProtein>& proteins);

}  // namespace kres::genome
