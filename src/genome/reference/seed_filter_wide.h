// Asks a filter of seeds for eight k-mers at a time, one in each 64-bit lane of AVX-512. Only for
// code that is compiled for processors that have it.
#pragma once

#if defined(__x86_64__)
#include <immintrin.h>

#include <cstdint>

#include "genome/reference/seed_table.h"

namespace kres::genome {

// The numbers of the filter's words that hold their bits.
__attribute__((target("avx512f,avx512dq"))) inline __m512i filter_words_of(
    __m512i canonical, const SeedFilter& filter) {
  const __m512i multiplier = _mm512_set1_epi64(static_cast<long long>(SeedFilter::kMultiplier));
  const __m512i mask = _mm512_set1_epi64(static_cast<long long>(filter.mask()));
  const __m512i hash = _mm512_mullo_epi64(canonical, multiplier);
  return _mm512_and_si512(_mm512_srli_epi64(hash, SeedFilter::kWordShift), mask);
}

// Which of them the filter may contain.
__attribute__((target("avx512f,avx512dq"))) inline __mmask8 ask_filter(__m512i canonical,
                                                                       const SeedFilter& filter) {
  const __m512i multiplier = _mm512_set1_epi64(static_cast<long long>(SeedFilter::kMultiplier));
  const __m512i one = _mm512_set1_epi64(1), low = _mm512_set1_epi64(63);
  const __m512i hash = _mm512_mullo_epi64(canonical, multiplier);
  const auto bit = [&](int shift) __attribute__((target("avx512f"))) {
    return _mm512_sllv_epi64(
        one, _mm512_and_si512(_mm512_srli_epi64(hash, static_cast<unsigned>(shift)), low));
  };
  const __m512i bits =
      _mm512_or_si512(_mm512_or_si512(bit(SeedFilter::kBitShift), bit(SeedFilter::kBitShift + 6)),
                      bit(SeedFilter::kBitShift + 12));
  const __m512i words =
      _mm512_i64gather_epi64(filter_words_of(canonical, filter), filter.words(), 8);
  return _mm512_cmpeq_epi64_mask(_mm512_and_si512(words, bits), bits);
}

}  // namespace kres::genome

#endif
