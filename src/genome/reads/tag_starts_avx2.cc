// Four words at a time, one in each 64-bit lane of AVX2.
#include "genome/reads/tag_starts.h"

#if defined(__x86_64__)
#include "base/lanes_avx2.h"

namespace kres::genome {

namespace {

// See sites_in() of the plain way.
KRES_AVX2 inline unsigned four_with_sites(const std::uint64_t* words) {
  using Words = std::uint64_t __attribute__((vector_size(32)));
  constexpr std::uint64_t kLow = 0x5555555555555555ULL, kHigh = kLow << 1;
  const auto* const first = reinterpret_cast<const __m256i*>(words);
  const auto* const second = reinterpret_cast<const __m256i*>(words + 1);
  const auto word = reinterpret_cast<Words>(_mm256_loadu_si256(first));
  const auto next = reinterpret_cast<Words>(_mm256_loadu_si256(second));
  const Words ends = (~word | (word << 10 | next >> 54)) & kLow;
  const Words unlike = ends | ~(word << 2 | next >> 62) | ((word << 4 | next >> 60) ^ kHigh) |
                       ((word << 6 | next >> 58) ^ kLow) | word << 8 | next >> 56;
  const auto none = reinterpret_cast<__m256i>((~(unlike | unlike >> 1) & kLow) == 0);
  return ~mask_of(none) & 0xfU;
}

}  // namespace

KRES_AVX2 unsigned words_with_sites_avx2(const std::uint64_t* words) {
  return four_with_sites(words) | four_with_sites(words + 4) << 4;
}

}  // namespace kres::genome

#else

namespace kres::genome {

unsigned words_with_sites_avx2(const std::uint64_t* words) { return words_with_sites_plain(words); }

}  // namespace kres::genome

#endif
