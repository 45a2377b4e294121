// Thirty-two bases at a time, with AVX2: the way of read_counts_wide.cc for processors without
// AVX-512.
#include "genome/quality/read_counts.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <algorithm>
#include <bit>

#define KRES_AVX2 __attribute__((target("avx2,popcnt")))

namespace kres::genome {

namespace {

constexpr std::size_t kLanes = 32;
constexpr std::size_t kMostReads = 65535 / (kScores - 1);  // whose scores fit a sum of 16 bits
using Sums = std::array<std::uint16_t, kCycles>;
using Bytes = std::array<char, kLanes>;

KRES_AVX2 inline __m256i load(const void* bytes) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(bytes));
}

KRES_AVX2 inline std::uint64_t ones(__m256i compared) {
  return static_cast<std::uint64_t>(
      std::popcount(static_cast<unsigned>(_mm256_movemask_epi8(compared))));
}

KRES_AVX2 inline __m256i twice(__m128i table) { return _mm256_broadcastsi128_si256(table); }

// Bytes of zero are no base.
KRES_AVX2 inline void add_bases(__m256i bases, ReadCounts& counts) {
  const __m256i letters = _mm256_and_si256(bases, _mm256_set1_epi8(~0x20));
  // The low four bits tell A, C, G, T and U apart.
  const __m256i known =
      twice(_mm_setr_epi8('A', 'A', 0, 'C', 'T', 'U', 0, 'G', 0, 0, 0, 0, 0, 0, 0, 0));
  const __m256i gc = twice(_mm_setr_epi8('C', 0, 0, 'C', 0, 0, 0, 'G', 0, 0, 0, 0, 0, 0, 0, 0));
  counts.known += ones(_mm256_cmpeq_epi8(letters, _mm256_shuffle_epi8(known, letters)));
  counts.gc += ones(_mm256_cmpeq_epi8(letters, _mm256_shuffle_epi8(gc, letters)));
}

KRES_AVX2 inline std::uint64_t at_least(__m256i scores, char least) {
  return ones(_mm256_cmpeq_epi8(_mm256_max_epu8(scores, _mm256_set1_epi8(least)), scores));
}

KRES_AVX2 inline void add_to_cycles(__m128i scores, std::uint16_t* sums) {
  const __m256i sum = _mm256_add_epi16(load(sums), _mm256_cvtepu8_epi16(scores));
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), sum);
}

// The last bytes of a text; behind them stands `filler`.
KRES_AVX2 inline __m256i load_some(std::string_view text, char filler) {
  if (text.size() >= kLanes) return load(text.data());
  Bytes bytes;
  bytes.fill(filler);
  std::copy(text.begin(), text.end(), bytes.begin());
  return load(bytes.data());
}

// Sum of the read's scores.
KRES_AVX2 inline std::uint64_t add_read(const sequence::FastqRecord& record, ReadCounts& counts,
                                        Sums& sums) {
  __m256i total = _mm256_setzero_si256();
  const std::size_t size = record.bases.size();
  for (std::size_t at = 0; at < size; at += kLanes) {
    add_bases(load_some(record.bases.substr(at), 0), counts);
    const __m256i scores =
        _mm256_sub_epi8(load_some(record.qualities.substr(at), '!'), _mm256_set1_epi8('!'));
    counts.q20 += at_least(scores, 20);
    counts.q30 += at_least(scores, 30);
    total = _mm256_add_epi64(total, _mm256_sad_epu8(scores, _mm256_setzero_si256()));
    if (at >= kCycles) continue;
    add_to_cycles(_mm256_castsi256_si128(scores), sums.data() + at);
    add_to_cycles(_mm256_extracti128_si256(scores, 1), sums.data() + at + kLanes / 2);
  }
  std::array<std::uint64_t, 4> parts;
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(parts.data()), total);
  return parts[0] + parts[1] + parts[2] + parts[3];
}

}  // namespace

bool has_avx2_read_counts() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
}

KRES_AVX2 void count_reads_avx2(std::span<const sequence::FastqRecord> records,
                                ReadCounts& counts) {
  static_assert(kCycles % kLanes == 0);
  while (!records.empty()) {
    Sums sums{};
    const auto some = records.first(std::min(records.size(), kMostReads));
    for (const auto& record : some) {
      if (record.bases.empty()) continue;
      const std::uint64_t sum = add_read(record, counts, sums);
      counts.bases += record.bases.size();
      counts.quality += sum;
      ++counts.reads_of_mean[sum / record.bases.size()];
    }
    for (std::size_t i = 0; i < kCycles; ++i) counts.quality_at[i] += sums[i];
    records = records.subspan(some.size());
  }
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
