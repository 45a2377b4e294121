// Thirty-two bytes at a time, with AVX2: the way of special_bytes_wide.cc for processors without
// AVX-512.
#include "sequence/special_bytes.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <bit>

#define KRES_AVX2 __attribute__((target("avx2,bmi")))

namespace kres::sequence {

namespace {

constexpr std::size_t kLanes = 32;

KRES_AVX2 inline __m256i load(const char* bytes) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
}

KRES_AVX2 inline std::uint32_t mask_of(__m256i compared) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(compared));
}

KRES_AVX2 inline std::uint32_t special(__m256i bytes) {
  const __m256i moved = _mm256_sub_epi8(bytes, _mm256_set1_epi8('!'));
  const __m256i least = _mm256_set1_epi8('~' - '!' + 1);
  return mask_of(_mm256_cmpeq_epi8(_mm256_max_epu8(moved, least), moved));
}

// The low four bits tell A, C, G, T and N apart; other letters are not what stands in their place.
KRES_AVX2 inline bool only_common(__m256i letters) {
  const __m128i table = _mm_setr_epi8('N', 'A', 0, 'C', 'T', 0, 0, 'G', 0, 0, 0, 0, 0, 0, 'N', 0);
  const __m256i expected = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(table), letters);
  return mask_of(_mm256_cmpeq_epi8(letters, expected)) == ~std::uint32_t{0};
}

}  // namespace

bool has_avx2_special_bytes() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}

KRES_AVX2 std::size_t find_special_bytes_avx2(std::string_view text, std::uint32_t* offsets) {
  std::size_t count = 0, at = 0;
  for (; at + kLanes <= text.size(); at += kLanes)
    for (std::uint32_t left = special(load(text.data() + at)); left != 0; left &= left - 1)
      offsets[count++] = static_cast<std::uint32_t>(at) + std::uint32_t(std::countr_zero(left));
  for (; at < text.size(); ++at)
    if (is_special(text[at])) offsets[count++] = static_cast<std::uint32_t>(at);
  return count;
}

KRES_AVX2 bool only_nucleotide_codes_avx2(std::string_view letters) {
  const std::size_t size = letters.size();
  if (size < kLanes) return only_nucleotide_codes_plain(letters);
  for (std::size_t at = 0; at < size; at += kLanes) {
    const std::size_t from = at + kLanes <= size ? at : size - kLanes;  // the last step looks back
    if (!only_common(load(letters.data() + from)) &&
        !only_nucleotide_codes_plain(letters.substr(from, kLanes)))
      return false;
  }
  return true;
}

}  // namespace kres::sequence

#else

namespace kres::sequence {

bool has_avx2_special_bytes() { return false; }
std::size_t find_special_bytes_avx2(std::string_view text, std::uint32_t* offsets) {
  return find_special_bytes_plain(text, offsets);
}
bool only_nucleotide_codes_avx2(std::string_view letters) {
  return only_nucleotide_codes_plain(letters);
}

}  // namespace kres::sequence

#endif
