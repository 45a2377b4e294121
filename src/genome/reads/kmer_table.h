// Counts of the k-mers of reads, with the bases seen beside them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/huge_pages.h"
#include "genome/reads/long_kmer.h"
#include "genome/reads/recruited_reads.h"

namespace kres::genome {

struct KmerSlot {
  LongKmer kmer = 0;        // canonical: the smaller of a k-mer and its reverse complement
  std::uint32_t count = 0;  // at least 1
  // Bases seen behind the canonical k-mer (bits 0-3, by code) and before it (bits 4-7).
  std::uint8_t beside = 0;
  bool is_first = false;   // of a run
  bool is_turned = false;  // the run shows its reverse complement
  std::uint8_t reserved = 0;
  std::uint64_t place = kNoPlace;  // for whoever builds on the table

  static constexpr std::uint64_t kNoPlace = UINT64_MAX;
};

// k-mers stand in runs: those that a read is the first to show, one behind the other, in the order
// of the reads. Where a later read meets a run it mostly follows it, forwards or backwards, and
// need not look up its k-mers one by one.
class KmerTable {
 public:
  // The table does not depend on the number of threads. Requires: k is odd, so that no k-mer is its
  // own reverse complement.
  static KmerTable count(const RecruitedReads& reads, int k, int threads);

  int k() const { return k_; }
  // Null if the reads do not hold it.
  KmerSlot* find(LongKmer canonical);
  // The same, faster if reads show the k-mer side by side with that of `beside`.
  KmerSlot* find_near(LongKmer canonical, const KmerSlot& beside);
  // Calls visit(slot) for every k-mer, in the order of the table.
  template <class Visit>
  void for_each(Visit&& visit) {
    for (auto& slot : slots_) visit(slot);
  }

 private:
  // Where a k-mer stands; the hash tells most others apart without a look at their slots.
  struct Entry {
    std::uint32_t hash = 0;    // the low bits of it, which choose the entry
    std::uint32_t number = 0;  // of the slot, + 1; 0: the entry is free
  };
  struct ReadKmer {
    LongKmer kmer = 0;  // canonical
    std::uint32_t hash = 0;
    bool is_turned = false;
  };
  static constexpr std::size_t kBatch = 24;  // k-mers whose entries are fetched at a time

  explicit KmerTable(int k) : k_(k) {}
  void expect(std::size_t kmers);  // before any is added
  void fetch(std::uint32_t hash) const { __builtin_prefetch(&index_[hash & (index_.size() - 1)]); }
  void add(std::string_view bases);
  void add(const KmerTable& later);
  void add_plain(std::string_view bases);
  void fill_batch(std::size_t first, std::size_t end);
  std::size_t find_or_add(const ReadKmer& one, bool is_first);
  std::size_t follow(std::size_t at, std::size_t number, bool is_turned, std::string_view bases);
  void mark_beside(KmerSlot& slot, bool is_turned, std::size_t at, std::string_view bases);
  std::size_t entry_of(LongKmer kmer, std::uint32_t hash) const;
  void grow_index();

  int k_;
  HugeVector<KmerSlot> slots_;
  HugeVector<Entry> index_;  // a power of two of them, two thirds in use at most
  std::vector<std::uint64_t> packed_;
  std::array<ReadKmer, kBatch> batch_;
};

}  // namespace kres::genome
