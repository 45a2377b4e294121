// Sixty-four bytes at a time, with AVX-512.
#include "sequence/special_bytes.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <algorithm>
#include <array>

#define KRES_WIDE __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,popcnt,bmi2")))

namespace kres::sequence {

namespace {

constexpr std::size_t kLanes = 64;
using Mask = __mmask64;

constexpr auto kCounting = [] {
  std::array<char, kLanes> bytes{};
  for (std::size_t i = 0; i < kLanes; ++i) bytes[i] = static_cast<char>(i);
  return bytes;
}();

constexpr Mask first_lanes(std::size_t count) {
  return count >= kLanes ? ~Mask{0} : (Mask{1} << count) - 1;
}

KRES_WIDE inline Mask special(__m512i bytes) {
  return _mm512_cmpgt_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8('!')),
                                _mm512_set1_epi8('~' - '!'));
}

// Writes the offsets of the lanes of `mask`, sixteen at a time.
KRES_WIDE inline std::uint32_t* append_offsets(Mask mask, std::size_t at, std::uint32_t* to) {
  __m512i lanes = _mm512_maskz_compress_epi8(mask, _mm512_loadu_si512(kCounting.data()));
  const __m512i start = _mm512_set1_epi32(static_cast<int>(at));
  std::uint32_t* const end = to + _mm_popcnt_u64(mask);
  while (true) {
    const __m512i offsets = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(lanes));
    _mm512_storeu_si512(to, _mm512_add_epi32(offsets, start));
    if (end - to <= 16) return end;
    lanes = _mm512_alignr_epi64(lanes, lanes, 2);
    to += 16;
  }
}

// The low four bits tell A, C, G, T and N apart; other letters are not what stands in their place.
KRES_WIDE inline Mask not_common(__m512i letters, Mask lanes) {
  const __m128i table = _mm_setr_epi8('N', 'A', 0, 'C', 'T', 0, 0, 'G', 0, 0, 0, 0, 0, 0, 'N', 0);
  return _mm512_mask_cmpneq_epi8_mask(lanes, letters,
                                      _mm512_shuffle_epi8(_mm512_broadcast_i32x4(table), letters));
}

}  // namespace

bool has_wide_special_bytes() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi2");
}

KRES_WIDE std::size_t find_special_bytes_wide(std::string_view text, std::uint32_t* offsets) {
  std::uint32_t* next = offsets;
  std::size_t at = 0;
  for (; at + kLanes <= text.size(); at += kLanes)
    next = append_offsets(special(_mm512_loadu_si512(text.data() + at)), at, next);
  const Mask left = first_lanes(text.size() - at);
  if (left != 0)
    next =
        append_offsets(left & special(_mm512_maskz_loadu_epi8(left, text.data() + at)), at, next);
  return static_cast<std::size_t>(next - offsets);
}

KRES_WIDE bool only_nucleotide_codes_wide(std::string_view letters) {
  for (std::size_t at = 0; at < letters.size(); at += kLanes) {
    const std::string_view step = letters.substr(at, kLanes);
    const Mask lanes = first_lanes(step.size());
    if (not_common(_mm512_maskz_loadu_epi8(lanes, step.data()), lanes) != 0 &&
        !only_nucleotide_codes_plain(step))
      return false;
  }
  return true;
}

}  // namespace kres::sequence

#else

namespace kres::sequence {

bool has_wide_special_bytes() { return false; }
std::size_t find_special_bytes_wide(std::string_view text, std::uint32_t* offsets) {
  return find_special_bytes_plain(text, offsets);
}
bool only_nucleotide_codes_wide(std::string_view letters) {
  return only_nucleotide_codes_plain(letters);
}

}  // namespace kres::sequence

#endif
