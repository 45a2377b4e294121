// Memory for the reads of several files, and the share of them that fits into it.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>

namespace kres::genome {

// Words by how often the share of the reads may be halved before their read falls out
// (halvings_survived() in recruited_reads.h).
using WordsBySurvival = std::array<std::uint64_t, 65>;

// One for all files, so that it does not matter how reads are divided among them. Any thread.
class StoreBudget {
 public:
  explicit StoreBudget(std::uint64_t most_bytes) : most_(most_bytes / sizeof(std::uint64_t)) {}

  // Counts words of reads that were kept. Returns how often the share is to be halved now so that
  // all words counted so far fit: never less than before, and in the end the same in whatever
  // order they came.
  int count(const WordsBySurvival& words);
  int halvings() const;

 private:
  mutable std::mutex mutex_;
  std::uint64_t most_;
  WordsBySurvival counted_{};
  int halvings_ = 0;
};

}  // namespace kres::genome
