// The bases of all reads of a file in memory, so that they can be searched again without reading
// the file again: two bits a base.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

#include "base/huge_pages.h"
#include "genome/kmer/packed_bases.h"

namespace kres::genome {

class ReadStore {
 public:
  static constexpr std::size_t kWordsBehind = 8;
  ReadStore() = default;  // keeps nothing
  // Keeps nothing at all once the reads take more memory than this.
  explicit ReadStore(std::uint64_t most_bytes) : most_words_(most_bytes / sizeof(std::uint64_t)) {}

  // Returns the read as pack_bases() makes it, kept or not, until the next call. kWordsBehind words
  // behind it are readable.
  const std::uint64_t* add(std::string_view bases);

  bool is_complete() const { return complete_; }
  std::size_t size() const { return lengths_.size(); }

  // Calls visit(number, words, length) for every read in order. kWordsBehind words behind
  // a read's own are readable.
  template <class Visit>
  void for_each(Visit&& visit) const {
    std::size_t number = 0;
    for (const auto& chunk : chunks_) {
      const std::uint64_t* words = chunk.words.get();
      for (std::size_t i = 0; i < chunk.reads; ++i, ++number) {
        visit(number, words, lengths_[number]);
        words += packed_words(lengths_[number]);
      }
    }
  }

 private:
  struct Free {
    void operator()(std::uint64_t* words) const { std::free(words); }
  };
  struct Chunk {
    std::unique_ptr<std::uint64_t[], Free> words;
    std::size_t size = 0, used = 0, reads = 0;
  };
  std::uint64_t* room_for(std::size_t count);
  void keep_nothing();

  std::uint64_t most_words_ = 0;
  std::uint64_t all_words_ = 0;
  bool complete_ = true;
  std::vector<Chunk> chunks_;
  HugeVector<std::uint32_t> lengths_;
  std::vector<std::uint64_t> passing_;  // a read that is not kept
};

}  // namespace kres::genome
