// Thirty-two bases at a time, with AVX2: the way of read_counts_wide.cc for processors without
// AVX-512.
#include "genome/quality/read_counts.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <algorithm>

#define KRES_AVX2 __attribute__((target("avx2")))

namespace kres::genome {

namespace {

constexpr std::size_t kLanes = 32;
constexpr std::size_t kMostReads = 65535 / (kScores - 1);  // whose scores fit a sum of 16 bits
using Sums = std::array<std::uint16_t, kCycles>;
using Bytes = std::array<char, kLanes>;

KRES_AVX2 inline __m256i load(const void* bytes) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(bytes));
}

// The sum of the bytes, in parts of 64 bits.
KRES_AVX2 inline __m256i sum_of(__m256i bytes) {
  return _mm256_sad_epu8(bytes, _mm256_setzero_si256());
}

KRES_AVX2 inline std::uint64_t total_of(__m256i sums) {
  std::array<std::uint64_t, 4> parts;
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(parts.data()), sums);
  return parts[0] + parts[1] + parts[2] + parts[3];
}

// 0xff, which is minus one, where the scores are at least that.
KRES_AVX2 inline __m256i at_least(__m256i scores, char least) {
  return _mm256_cmpeq_epi8(_mm256_max_epu8(scores, _mm256_set1_epi8(least)), scores);
}

KRES_AVX2 inline __m256i twice(__m128i table) { return _mm256_broadcastsi128_si256(table); }

KRES_AVX2 inline void add_to_cycles(__m128i scores, std::uint16_t* sums) {
  const __m256i sum = _mm256_add_epi16(load(sums), _mm256_cvtepu8_epi16(scores));
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), sum);
}

// Thirty-two bases of a read; those that are not to be counted are zero, their scores too.
struct Block {
  __m256i bases, scores;
};

KRES_AVX2 inline __m256i scores_of(__m256i letters) {
  return _mm256_sub_epi8(letters, _mm256_set1_epi8('!'));
}

KRES_AVX2 inline Block block_at(const sequence::FastqRecord& record, std::size_t at) {
  return {load(record.bases.data() + at), scores_of(load(record.qualities.data() + at))};
}

// The last `rest` bases of a read that is no shorter than a block.
KRES_AVX2 inline Block last_block(const sequence::FastqRecord& record, std::size_t rest) {
  constexpr char kAll = -1;
  alignas(kLanes) static constexpr auto kMasks = [] {
    std::array<char, 2 * kLanes> bytes{};
    for (std::size_t i = kLanes; i < bytes.size(); ++i) bytes[i] = kAll;
    return bytes;
  }();
  const __m256i mask = load(kMasks.data() + rest);
  const Block block = block_at(record, record.bases.size() - kLanes);
  return {_mm256_and_si256(block.bases, mask), _mm256_and_si256(block.scores, mask)};
}

KRES_AVX2 inline Block short_read(const sequence::FastqRecord& record) {
  Bytes bases{}, scores;
  scores.fill('!');
  std::copy(record.bases.begin(), record.bases.end(), bases.begin());
  std::copy(record.qualities.begin(), record.qualities.end(), scores.begin());
  return {load(bases.data()), scores_of(load(scores.data()))};
}

// Counts in bytes, one a lane.
class LaneCounts {
 public:
  KRES_AVX2 void add(const Block& block) {
    const __m256i letters = _mm256_and_si256(block.bases, _mm256_set1_epi8(~0x20));
    // The low four bits tell A, C, G, T and U apart.
    const __m256i known =
        twice(_mm_setr_epi8('A', 'A', 0, 'C', 'T', 'U', 0, 'G', 0, 0, 0, 0, 0, 0, 0, 0));
    const __m256i gc = twice(_mm_setr_epi8('C', 0, 0, 'C', 0, 0, 0, 'G', 0, 0, 0, 0, 0, 0, 0, 0));
    // A comparison gives minus one where it holds.
    known_ =
        _mm256_sub_epi8(known_, _mm256_cmpeq_epi8(letters, _mm256_shuffle_epi8(known, letters)));
    gc_ = _mm256_sub_epi8(gc_, _mm256_cmpeq_epi8(letters, _mm256_shuffle_epi8(gc, letters)));
    q20_ = _mm256_sub_epi8(q20_, at_least(block.scores, 20));
    q30_ = _mm256_sub_epi8(q30_, at_least(block.scores, 30));
    ++blocks_;
  }
  bool is_full() const { return blocks_ == 255; }
  KRES_AVX2 void move_to(ReadCounts& counts) {
    counts.known += total_of(sum_of(known_));
    counts.gc += total_of(sum_of(gc_));
    counts.q20 += total_of(sum_of(q20_));
    counts.q30 += total_of(sum_of(q30_));
    known_ = gc_ = q20_ = q30_ = _mm256_setzero_si256();
    blocks_ = 0;
  }

 private:
  __m256i known_{}, gc_{}, q20_{}, q30_{};
  int blocks_ = 0;
};

// Sum of the read's scores.
KRES_AVX2 inline std::uint64_t add_read(const sequence::FastqRecord& record, ReadCounts& counts,
                                        LaneCounts& lanes, Sums& sums) {
  __m256i total = _mm256_setzero_si256();
  const auto add = [&](const Block& block, std::size_t at) KRES_AVX2 {
    if (lanes.is_full()) lanes.move_to(counts);
    lanes.add(block);
    total = _mm256_add_epi64(total, sum_of(block.scores));
    if (at + kLanes > kCycles) return;
    add_to_cycles(_mm256_castsi256_si128(block.scores), sums.data() + at);
    add_to_cycles(_mm256_extracti128_si256(block.scores, 1), sums.data() + at + kLanes / 2);
  };
  const std::size_t size = record.bases.size();
  std::size_t at = 0;
  for (; at + kLanes <= size; at += kLanes) add(block_at(record, at), at);
  if (size < kLanes)
    add(short_read(record), 0);
  else if (at < size)
    add(last_block(record, size - at), size - kLanes);
  return total_of(total);
}

}  // namespace

bool has_avx2_read_counts() { return __builtin_cpu_supports("avx2"); }

KRES_AVX2 void count_reads_avx2(std::span<const sequence::FastqRecord> records,
                                ReadCounts& counts) {
  static_assert(kCycles % kLanes == 0);
  LaneCounts lanes;
  while (!records.empty()) {
    Sums sums{};
    const auto some = records.first(std::min(records.size(), kMostReads));
    for (const auto& record : some) {
      if (record.bases.empty()) continue;
      const std::uint64_t sum = add_read(record, counts, lanes, sums);
      counts.bases += record.bases.size();
      counts.quality += sum;
      ++counts.reads_of_mean[sum / record.bases.size()];
    }
    for (std::size_t i = 0; i < kCycles; ++i) counts.quality_at[i] += sums[i];
    records = records.subspan(some.size());
  }
  lanes.move_to(counts);
}

}  // namespace kres::genome

#else

namespace kres::genome {

bool has_avx2_read_counts() { return false; }
void count_reads_avx2(std::span<const sequence::FastqRecord> records, ReadCounts& counts) {
  count_reads_plain(records, counts);
}

}  // namespace kres::genome

#endif
