// One word in each 64-bit lane of AVX-512.
#include "genome/reads/tag_starts.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define KRES_WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

namespace kres::genome {

// See sites_in() of the plain way.
KRES_WIDE unsigned words_with_sites_wide(const std::uint64_t* words) {
  using Words = std::uint64_t __attribute__((vector_size(64)));
  constexpr std::uint64_t kLow = 0x5555555555555555ULL, kHigh = kLow << 1;
  const auto word = reinterpret_cast<Words>(_mm512_loadu_si512(words));
  const auto next = reinterpret_cast<Words>(_mm512_loadu_si512(words + 1));
  const Words ends = (~word | (word << 10 | next >> 54)) & kLow;
  const Words unlike = ends | ~(word << 2 | next >> 62) | ((word << 4 | next >> 60) ^ kHigh) |
                       ((word << 6 | next >> 58) ^ kLow) | word << 8 | next >> 56;
  const auto sites = reinterpret_cast<__m512i>(~(unlike | unlike >> 1) & kLow);
  return _mm512_test_epi64_mask(sites, sites);
}

}  // namespace kres::genome

#else

namespace kres::genome {

unsigned words_with_sites_wide(const std::uint64_t* words) { return words_with_sites_plain(words); }

}  // namespace kres::genome

#endif
