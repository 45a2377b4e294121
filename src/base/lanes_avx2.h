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

// The low 64 bits of each product.
KRES_AVX2 inline __m256i times(__m256i x, std::uint64_t factor) {
  const __m256i low = all_lanes(factor & 0xffffffffULL), high = all_lanes(factor >> 32);
  const __m256i crossed =
      _mm256_add_epi64(_mm256_mul_epu32(_mm256_srli_epi64(x, 32), low), _mm256_mul_epu32(x, high));
  return _mm256_add_epi64(_mm256_mul_epu32(x, low), _mm256_slli_epi64(crossed, 32));
}

// One bit of each lane of a comparison, the first lane's lowest.
KRES_AVX2 inline unsigned mask_of(__m256i compared) {
  return static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(compared)));
}

}  // namespace kres

#endif
