#include "genome/long_reads/repeated_kmers.h"

#include <algorithm>
#include <bit>
#include <thread>

#include "genome/reads/long_kmer.h"

namespace kres::genome {

namespace {

constexpr int kParts = 8, kPartShift = 61;  // of the hashes; a thread takes some of them
constexpr std::size_t kLeastCells = std::size_t{1} << 16, kMostCells = std::size_t{1} << 29;

}  // namespace

RepeatedKmers::RepeatedKmers(std::size_t cells)
    : shift_(64 - std::countr_zero(cells)), cells_(cells / 4) {}

void RepeatedKmers::count(const RecruitedReads& reads, int k, int worker, int workers) {
  std::vector<std::size_t> seen;
  for (std::size_t i = 0; i < reads.size(); ++i) {
    seen.clear();
    for_each_long_kmer(reads.bases(i), k, [&](std::size_t, const LongKmerRoll& roll) {
      const auto hash = hash_of(roll.canonical());
      if (static_cast<int>(hash >> kPartShift) % workers != worker) return;
      seen.push_back(cell(hash));
      __builtin_prefetch(&cells_[seen.back() / 4]);
    });
    for (const auto cell : seen)
      if (count_at(cell) < kEnough)
        cells_[cell / 4] = static_cast<std::uint8_t>(cells_[cell / 4] + (1U << (2 * (cell % 4))));
  }
}

RepeatedKmers RepeatedKmers::of(const RecruitedReads& reads, int k, int threads) {
  const auto wanted = std::bit_ceil(4 * static_cast<std::size_t>(reads.total_bases()) + 1);
  RepeatedKmers counted(std::clamp(wanted, kLeastCells, kMostCells));
  const int workers = std::clamp(threads, 1, kParts);
  std::vector<std::jthread> others;
  for (int i = 1; i < workers; ++i)
    others.emplace_back([&, i] { counted.count(reads, k, i, workers); });
  counted.count(reads, k, 0, workers);
  return counted;
}

RecruitedReads repeated_stretches(const RecruitedReads& reads, const RepeatedKmers& repeated,
                                  int k) {
  RecruitedReads stretches;
  for (std::size_t i = 0; i < reads.size(); ++i) {
    std::size_t start = 0, end = 0;  // of the stretch at hand; none if they are equal
    const auto finish = [&] {
      if (end > start)
        stretches.add(reads.bases(i).substr(start, end - start),
                      reads.qualities(i).substr(start, end - start), reads[i].file,
                      reads[i].record);
      start = end = 0;
    };
    for_each_long_kmer(reads.bases(i), k, [&](std::size_t at, const LongKmerRoll& roll) {
      if (!repeated.has(hash_of(roll.canonical()))) return;
      const auto behind = at + static_cast<std::size_t>(k);
      if (behind != end + 1) {
        finish();
        start = at;
      }
      end = behind;
    });
    finish();
  }
  return stretches;
}

}  // namespace kres::genome
