// The bases of the reads of a file in memory, so that they can be searched again without reading
// the file again: two bits a base.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

#include "base/huge_pages.h"
#include "genome/kmer/packed_bases.h"
#include "genome/reads/recruited_reads.h"
#include "genome/reads/store_budget.h"

namespace kres::genome {

class ReadStore {
 public:
  static constexpr std::size_t kWordsBehind = 8;
  ReadStore() = default;  // keeps nothing
  // Where the reads of all stores of a budget take more memory than that, each keeps the even share
  // of its reads that fits (is_in_share() in recruited_reads.h). Requires: settle() before the
  // budget is gone.
  explicit ReadStore(StoreBudget& budget) : budget_(&budget) {}

  // Returns the read as pack_bases() makes it, kept or not, until the next call. kWordsBehind words
  // behind it are readable.
  const std::uint64_t* add(std::string_view bases);
  void finish();  // no more reads come
  void settle();  // keeps the share of the budget. Requires: all stores of the budget are finished

  bool is_complete() const { return complete_; }  // false: memory itself was not there
  std::size_t size() const { return lengths_.size(); }

  // Calls visit(record, words, length) for every read that was kept, in order; records are numbered
  // as they were added. kWordsBehind words behind a read's own are readable.
  template <class Visit>
  void for_each(Visit&& visit) const {
    std::uint64_t record = 0;
    std::size_t kept = 0;
    for (const auto& chunk : chunks_) {
      const std::uint64_t* words = chunk.words.get();
      for (std::size_t i = 0; i < chunk.reads; ++i, ++record, ++kept) {
        while (!keeps(record)) ++record;
        visit(static_cast<std::size_t>(record), words, lengths_[kept]);
        words += packed_words(lengths_[kept]);
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
  bool keeps(std::uint64_t record) const {
    return halvings_ == 0 || halvings_survived(record) >= halvings_;
  }
  bool has_room(std::size_t count) const;
  bool make_room(std::size_t count);
  std::uint64_t* keep(std::size_t count, std::size_t length);
  void thin(int halvings);

  StoreBudget* budget_ = nullptr;
  WordsBySurvival counted_{};  // kept since the budget was asked
  std::uint64_t added_ = 0;    // reads, kept or not
  int halvings_ = 0;           // of the share that is kept
  bool complete_ = true;
  std::vector<Chunk> chunks_;
  HugeVector<std::uint32_t> lengths_;
  std::vector<std::uint64_t> passing_;  // a read that is not kept
};

}  // namespace kres::genome
