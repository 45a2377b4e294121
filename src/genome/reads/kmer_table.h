// Counts of the k-mers of reads, with the bases seen beside them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "genome/reads/long_kmer.h"
#include "genome/reads/recruited_reads.h"

namespace kres::genome {

struct KmerSlot {
  LongKmer kmer = 0;        // canonical
  std::uint32_t count = 0;  // 0: the slot is free
  // Bases seen behind the canonical k-mer (bits 0-3, by code) and before it (bits 4-7).
  std::uint8_t beside = 0;
  std::uint8_t reserved[3] = {};
  std::uint64_t place = kNoPlace;  // for whoever builds on the table

  static constexpr std::uint64_t kNoPlace = UINT64_MAX;
};

// The content depends on the reads and their order alone, not on the number of threads.
class KmerTable {
 public:
  static KmerTable count(const RecruitedReads& reads, int k, int threads);

  int k() const { return k_; }
  // Null if the reads do not hold it. `canonical` is the smaller of a k-mer and its reverse
  // complement.
  KmerSlot* find(LongKmer canonical);
  // Calls visit(slot) for every k-mer, always in the same order.
  template <class Visit>
  void for_each(Visit&& visit) {
    for (auto& shard : shards_)
      for (auto& slot : shard.slots)
        if (slot.count > 0) visit(slot);
  }

 private:
  // A part of all k-mers, chosen by their hash, that one thread fills.
  struct Shard {
    std::vector<KmerSlot> slots;
    std::size_t used = 0;
    KmerSlot& at(LongKmer kmer, std::uint64_t hash);
    void grow();
  };
  static constexpr int kShards = 8, kShardShift = 61;

  explicit KmerTable(int k) : k_(k) {}
  void count_shards(const RecruitedReads& reads, int first, int step);

  int k_;
  std::array<Shard, kShards> shards_;
};

}  // namespace kres::genome
