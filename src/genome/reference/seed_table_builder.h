// Builds the seed table of an index.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "genome/reference/entry.h"
#include "genome/reference/section_file.h"
#include "genome/reference/seed_table.h"

namespace kres::genome {

class SeedTableBuilder {
 public:
  // `offsets`: of each entry in the concatenated sequences. All three outlive the builder. Only the
  // entries marked in `searched` get seeds.
  SeedTableBuilder(std::span<const NewEntry> entries, std::span<const std::uint64_t> offsets,
                   std::span<const char> searched);
  void write(SectionWriter& writer);

 private:
  struct Occurrence {
    Kmer kmer;
    SeedPlace place;
  };
  // Seeds are numbered in the order of their k-mers.
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  void number_seeds();
  void find_stretches();
  void extend(SeedStretch& stretch, std::uint32_t number);
  bool move_together(std::uint32_t position) const;
  void add_places(SeedStretch& stretch);
  std::span<const Occurrence> occurrences(std::uint32_t seed) const {
    return std::span(occurrences_).subspan(first_[seed], first_[seed + 1] - first_[seed]);
  }
  EntryId entry_at(std::uint32_t position) const;

  std::span<const NewEntry> entries_;
  std::span<const std::uint64_t> offsets_;
  std::vector<Occurrence> occurrences_;    // sorted by k-mer, then place
  std::vector<std::uint32_t> first_;       // occurrence of each seed, + 1
  std::vector<std::uint32_t> seed_at_;     // the seed at each position of the sequences, or kNone
  std::vector<char> strand_at_;            // the lowest bit of its SeedPlace
  std::vector<std::uint32_t> stretch_of_;  // of each seed
  std::vector<SeedPlace> place_of_;        // of each seed
  std::vector<SeedStretch> stretches_;
  std::vector<StretchPlace> places_;
};

}  // namespace kres::genome
