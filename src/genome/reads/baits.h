// Words of sequences that reads are searched for in a second round.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "genome/reads/read_store.h"
#include "genome/reads/recruited_reads.h"
#include "genome/reference/seed_table.h"

namespace kres::genome {

class Baits {
 public:
  explicit Baits(const std::vector<std::string_view>& sequences);
  bool contains(Kmer canonical) const;
  // Of both directions of each k-mer.
  const SeedFilter& filter() const { return filter_; }
  bool empty() const { return kmers_.empty(); }

 private:
  std::vector<Kmer> kmers_;  // canonical, ascending
  std::vector<std::uint64_t> words_;
  SeedFilter filter_;
};

// Reads of the store that share a word with the baits and are not among `known` (numbers of
// records, ascending). Their qualities are not in memory: each base counts as Phred 30.
RecruitedReads recruit_again(const ReadStore& store, const Baits& baits, std::uint32_t file,
                             const std::vector<std::uint64_t>& known);

}  // namespace kres::genome
