#include "genome/reads/kmer_table.h"

#include <algorithm>
#include <bit>
#include <thread>

namespace kres::genome {

namespace {

// Of the k-mers of deep reads one in so many is another.
constexpr std::size_t kRepeated = 8;

std::size_t first_slots(const RecruitedReads& reads, int shards) {
  const auto bases = static_cast<std::size_t>(reads.total_bases());
  return std::bit_ceil(bases / kRepeated / static_cast<std::size_t>(shards) + 1024);
}

// A k-mer of one read, as it goes into the table.
struct Seen {
  LongKmer kmer;
  std::uint64_t hash;
  std::uint8_t beside;
};

std::uint8_t beside(std::string_view bases, std::size_t start, int k, bool is_canonical) {
  const std::size_t end = start + static_cast<std::size_t>(k);
  const std::uint8_t before = start > 0 ? sequence::base_code(bases[start - 1]) : sequence::kNoCode;
  const std::uint8_t behind =
      end < bases.size() ? sequence::base_code(bases[end]) : sequence::kNoCode;
  const auto bit = [](std::uint8_t code, bool turned) -> unsigned {
    return code == sequence::kNoCode ? 0U : 1U << (turned ? 3 - code : code);
  };
  const unsigned bits = is_canonical ? bit(behind, false) | bit(before, false) << 4
                                     : bit(before, true) | bit(behind, true) << 4;
  return static_cast<std::uint8_t>(bits);
}

}  // namespace

void KmerTable::Shard::grow() {
  std::vector<KmerSlot> old = std::move(slots);
  slots.assign(2 * old.size(), {});
  const std::size_t mask = slots.size() - 1;
  for (const auto& slot : old) {
    if (slot.count == 0) continue;
    std::size_t i = hash_of(slot.kmer) & mask;
    while (slots[i].count > 0) i = (i + 1) & mask;
    slots[i] = slot;
  }
}

KmerSlot& KmerTable::Shard::at(LongKmer kmer, std::uint64_t hash) {
  const std::size_t mask = slots.size() - 1;
  std::size_t i = hash & mask;
  while (slots[i].count > 0 && slots[i].kmer != kmer) i = (i + 1) & mask;
  return slots[i];
}

void KmerTable::count_shards(const RecruitedReads& reads, int first, int step) {
  std::vector<Seen> seen;
  for (std::size_t i = 0; i < reads.size(); ++i) {
    const auto bases = reads.bases(i);
    seen.clear();
    for_each_long_kmer(bases, k_, [&](std::size_t start, const LongKmerRoll& roll) {
      const auto kmer = roll.canonical();
      const auto hash = hash_of(kmer);
      const int number = static_cast<int>(hash >> kShardShift);
      if (number % step != first) return;
      const auto& slots = shards_[static_cast<std::size_t>(number)].slots;
      __builtin_prefetch(&slots[hash & (slots.size() - 1)]);
      seen.push_back({kmer, hash, beside(bases, start, k_, roll.is_canonical())});
    });
    for (const auto& one : seen) {
      auto& shard = shards_[one.hash >> kShardShift];
      auto& slot = shard.at(one.kmer, one.hash);
      slot.beside |= one.beside;
      if (slot.count++ > 0) continue;
      slot.kmer = one.kmer;
      if (5 * ++shard.used > 3 * shard.slots.size()) shard.grow();
    }
  }
}

KmerTable KmerTable::count(const RecruitedReads& reads, int k, int threads) {
  KmerTable table(k);
  for (auto& shard : table.shards_) shard.slots.assign(first_slots(reads, kShards), {});
  const int workers = std::clamp(threads, 1, kShards);
  std::vector<std::jthread> others;
  for (int i = 1; i < workers; ++i)
    others.emplace_back([&, i] { table.count_shards(reads, i, workers); });
  table.count_shards(reads, 0, workers);
  others.clear();
  return table;
}

KmerSlot* KmerTable::find(LongKmer canonical) {
  const auto hash = hash_of(canonical);
  auto& slot = shards_[hash >> kShardShift].at(canonical, hash);
  return slot.count > 0 ? &slot : nullptr;
}

}  // namespace kres::genome
