// Where words of 19 bases stand on contigs, both strands.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "genome/kmer/kmer.h"
#include "sequence/contig.h"

namespace kres::genome {

inline constexpr int kAnchorLength = 19;  // odd, so that no word is its own reverse complement

class WordPlaces {
 public:
  explicit WordPlaces(const std::vector<sequence::ContigSequence>& contigs);

  // Calls visit(contig, position, reverse) for the places of a word, at most kMostPlaces of them;
  // `reverse`: the word stands there as its reverse complement. Other words may rarely be among
  // them: the caller compares bases.
  template <class Visit>
  void for_each_place(Kmer forward, Kmer reverse, Visit&& visit) const {
    const bool is_canonical = forward < reverse;
    const std::uint64_t hash = mix(is_canonical ? forward : reverse);
    int places = 0;
    for (auto at = head(hash); at != kNone && places < kMostPlaces; at = words_[at].next, ++places)
      visit(words_[at].contig, words_[at].position, words_[at].canonical != is_canonical);
  }

  // Words that stand at more places than any gene does tell nothing about one of them.
  static constexpr int kMostPlaces = 64;

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Word {
    std::uint32_t contig, position;
    std::uint32_t next;  // place of the same word
    bool canonical;
  };
  struct Slot {
    std::uint32_t mark = 0;  // of the hash
    std::uint32_t head = kNone;
  };
  std::size_t slot_of(std::uint64_t hash) const;
  std::uint32_t head(std::uint64_t hash) const { return slots_[slot_of(hash)].head; }

  std::vector<Word> words_;
  std::vector<Slot> slots_;  // a power of two, at most half of them used
};

}  // namespace kres::genome
