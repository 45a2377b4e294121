// Four 64-bit numbers side by side in AVX2, which lacks their product. Only for code that is
// compiled for processors that have it.
#pragma once

#if defined(__x86_64__)
#include <immintrin.h>

#include <cstdint>

#define KRES_AVX2 __attribute__((target("avx2")))

namespace kres {

KRES_AVX2 inline __m256i all_lanes(std::uint64_t value) {
  return _mm256_set1_epi64x(static_cast<long long>(value));
}

// The low 64 bits of each product. Both halves of x meet the other half of the factor at once, in
// 32 bits: of these products only the low halves count.
KRES_AVX2 inline __m256i times(__m256i x, std::uint64_t factor) {
  const __m256i crossed = _mm256_mullo_epi32(x, all_lanes(factor >> 32 | factor << 32));
  const __m256i both = _mm256_add_epi32(crossed, _mm256_slli_epi64(crossed, 32));
  return _mm256_add_epi64(_mm256_mul_epu32(x, all_lanes(factor)),
                          _mm256_and_si256(both, all_lanes(0xffffffff00000000ULL)));
}

// One bit of each lane of a comparison, the first lane's lowest.
KRES_AVX2 inline unsigned mask_of(__m256i compared) {
  return static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(compared)));
}

}  // namespace kres

#endif
