// Which k-mers several reads hold, counted in little memory: most k-mers of reads with many errors
// are errors, and stand in one read alone.
#pragma once

#include <cstdint>
#include <vector>

#include "genome/reads/recruited_reads.h"

namespace kres::genome {

class RepeatedKmers {
 public:
  // Two bits a k-mer: kEnough is as far as is counted.
  static constexpr std::uint8_t kEnough = 3;
  // Of all k-mers of the reads. The content does not depend on the number of threads.
  static RepeatedKmers of(const RecruitedReads& reads, int k, int threads);

  // True for every k-mer that the reads hold kEnough times or more, and for a few others that share
  // a cell with one. `hash`: hash_of() its canonical form.
  bool has(std::uint64_t hash) const { return count_at(cell(hash)) >= kEnough; }

 private:
  explicit RepeatedKmers(std::size_t cells);
  // The top bits say which thread counts a k-mer; cells of one thread are side by side.
  std::size_t cell(std::uint64_t hash) const { return hash >> shift_; }
  std::uint8_t count_at(std::size_t cell) const {
    return static_cast<std::uint8_t>(cells_[cell / 4] >> (2 * (cell % 4)) & 3);
  }
  void count(const RecruitedReads& reads, int k, int worker, int workers);

  int shift_ = 0;
  std::vector<std::uint8_t> cells_;
};

// The stretches of the reads whose k-mers are all repeated ones, in their order, so that a table of
// them holds these only. Qualities are those of the reads.
RecruitedReads repeated_stretches(const RecruitedReads& reads, const RepeatedKmers& repeated,
                                  int k);

}  // namespace kres::genome
