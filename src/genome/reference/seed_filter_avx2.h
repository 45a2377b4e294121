// Asks a filter of seeds for four k-mers at a time, one in each 64-bit lane of AVX2. Only for code
// that is compiled for processors that have it.
#pragma once

#if defined(__x86_64__)
#include <cstdint>

#include "base/lanes_avx2.h"
#include "genome/reference/seed_table.h"

namespace kres::genome {

KRES_AVX2 inline __m256i filter_hash_of(__m256i canonical) {
  return times(canonical, SeedFilter::kMultiplier);
}

// The numbers of the filter's words that hold their bits.
KRES_AVX2 inline __m256i filter_places_of(__m256i hash, const SeedFilter& filter) {
  return _mm256_and_si256(_mm256_srli_epi64(hash, SeedFilter::kWordShift),
                          all_lanes(filter.mask()));
}

KRES_AVX2 inline __m256i filter_bits_of(__m256i hash) {
  const __m256i low = all_lanes(63), one = all_lanes(1);
  const auto bit = [&](int shift) KRES_AVX2 {
    return _mm256_sllv_epi64(one, _mm256_and_si256(_mm256_srli_epi64(hash, shift), low));
  };
  constexpr int kBits = SeedFilter::kBitShift;
  return _mm256_or_si256(_mm256_or_si256(bit(kBits), bit(kBits + 6)), bit(kBits + 12));
}

// Which of them the filter may contain, the first one in the lowest bit.
KRES_AVX2 inline unsigned ask_filter(__m256i places, __m256i bits, const SeedFilter& filter) {
  const __m256i words = _mm256_i64gather_epi64(reinterpret_cast<const long long*>(filter.words()),
                                               places, sizeof(std::uint64_t));
  return mask_of(_mm256_cmpeq_epi64(_mm256_and_si256(words, bits), bits));
}

}  // namespace kres::genome

#endif
