// Sixty-four bases at a time, with AVX-512.
#include "genome/quality/read_counts.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <algorithm>

#define KRES_WIDE __attribute__((target("avx512f,avx512bw,popcnt,bmi2")))

namespace kres::genome {

namespace {

constexpr std::size_t kLanes = 64;
constexpr std::size_t kMostReads = 65535 / (kScores - 1);  // whose scores fit a sum of 16 bits
using Sums = std::array<std::uint16_t, kCycles>;

constexpr __mmask64 first_lanes(std::size_t count) {
  return count >= kLanes ? ~__mmask64{0} : (__mmask64{1} << count) - 1;
}

KRES_WIDE inline std::uint64_t ones(__mmask64 mask) {
  return static_cast<std::uint64_t>(_mm_popcnt_u64(mask));
}

KRES_WIDE inline void add_bases(const char* bases, __mmask64 lanes, ReadCounts& counts) {
  const __m512i letters =
      _mm512_and_si512(_mm512_maskz_loadu_epi8(lanes, bases), _mm512_set1_epi8(~0x20));
  // The low four bits tell A, C, G, T and U apart.
  const __m512i known = _mm512_broadcast_i32x4(
      _mm_setr_epi8('A', 'A', 0, 'C', 'T', 'U', 0, 'G', 0, 0, 0, 0, 0, 0, 0, 0));
  const __m512i gc =
      _mm512_broadcast_i32x4(_mm_setr_epi8('C', 0, 0, 'C', 0, 0, 0, 'G', 0, 0, 0, 0, 0, 0, 0, 0));
  counts.known += ones(_mm512_cmpeq_epi8_mask(letters, _mm512_shuffle_epi8(known, letters)));
  counts.gc += ones(_mm512_cmpeq_epi8_mask(letters, _mm512_shuffle_epi8(gc, letters)));
}

KRES_WIDE inline void add_to_cycles(__m512i scores, std::uint16_t* sums) {
  const __m512i low = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(scores));
  const __m512i high = _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64(scores, 1));
  _mm512_storeu_si512(sums, _mm512_add_epi16(_mm512_loadu_si512(sums), low));
  _mm512_storeu_si512(sums + 32, _mm512_add_epi16(_mm512_loadu_si512(sums + 32), high));
}

// Sum of the read's scores.
KRES_WIDE inline std::uint64_t add_read(const sequence::FastqRecord& record, ReadCounts& counts,
                                        Sums& sums) {
  __m512i total = _mm512_setzero_si512();
  const std::size_t size = record.bases.size();
  for (std::size_t at = 0; at < size; at += kLanes) {
    const __mmask64 lanes = first_lanes(size - at);
    add_bases(record.bases.data() + at, lanes, counts);
    const __m512i scores = _mm512_maskz_sub_epi8(
        lanes, _mm512_maskz_loadu_epi8(lanes, record.qualities.data() + at), _mm512_set1_epi8('!'));
    counts.q20 += ones(_mm512_cmpge_epu8_mask(scores, _mm512_set1_epi8(20)));
    counts.q30 += ones(_mm512_cmpge_epu8_mask(scores, _mm512_set1_epi8(30)));
    total = _mm512_add_epi64(total, _mm512_sad_epu8(scores, _mm512_setzero_si512()));
    if (at < kCycles) add_to_cycles(scores, sums.data() + at);
  }
  return static_cast<std::uint64_t>(_mm512_reduce_add_epi64(total));
}

}  // namespace

bool has_wide_read_counts() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
}

KRES_WIDE void count_reads_wide(std::span<const sequence::FastqRecord> records,
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

bool has_wide_read_counts() { return false; }
void count_reads_wide(std::span<const sequence::FastqRecord> records, ReadCounts& counts) {
  count_reads_plain(records, counts);
}

}  // namespace kres::genome

#endif
