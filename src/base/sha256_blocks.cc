#include "base/sha256_blocks.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

namespace kres {

namespace {

alignas(16) constexpr std::array<std::uint32_t, 64> kRounds{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

#define KRES_SHA __attribute__((target("sha,sse4.1,ssse3")))

// The instructions want the eight words a to h as (f, e, b, a) and (h, g, d, c), lowest first.
struct Halves {
  __m128i abef, cdgh;
};

KRES_SHA inline Halves split(const Sha256Words& state) {
  const __m128i abcd = _mm_loadu_si128(reinterpret_cast<const __m128i*>(state.data()));
  const __m128i efgh = _mm_loadu_si128(reinterpret_cast<const __m128i*>(state.data() + 4));
  const __m128i ab = _mm_shuffle_epi32(_mm_unpacklo_epi64(efgh, abcd), 0xb1);
  const __m128i cd = _mm_shuffle_epi32(_mm_unpackhi_epi64(efgh, abcd), 0xb1);
  return {ab, cd};
}

KRES_SHA inline void join(const Halves& halves, Sha256Words& state) {
  const __m128i ab = _mm_shuffle_epi32(halves.abef, 0xb1);
  const __m128i cd = _mm_shuffle_epi32(halves.cdgh, 0xb1);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state.data()), _mm_unpackhi_epi64(ab, cd));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state.data() + 4), _mm_unpacklo_epi64(ab, cd));
}

// The last sixteen words of the message schedule, in groups of four.
struct Schedule {
  __m128i words[4];
};

// Four words of the schedule from the sixteen before them.
KRES_SHA inline __m128i next_words(const Schedule& last, std::size_t group) {
  const __m128i before = last.words[(group + 3) % 4];
  __m128i words = _mm_sha256msg1_epu32(last.words[group % 4], last.words[(group + 1) % 4]);
  words = _mm_add_epi32(words, _mm_alignr_epi8(before, last.words[(group + 2) % 4], 4));
  return _mm_sha256msg2_epu32(words, before);
}

KRES_SHA inline void take_block(Halves& halves, const char* block) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  const Halves before = halves;
  Schedule schedule;
#pragma GCC unroll 16
  for (std::size_t group = 0; group < 16; ++group) {
    __m128i& own = schedule.words[group % 4];
    own = group < 4
              ? _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(block) + group),
                                 big_endian)
              : next_words(schedule, group);
    const __m128i sum = _mm_add_epi32(
        own, _mm_load_si128(reinterpret_cast<const __m128i*>(kRounds.data()) + group));
    halves.cdgh = _mm_sha256rnds2_epu32(halves.cdgh, halves.abef, sum);
    halves.abef = _mm_sha256rnds2_epu32(halves.abef, halves.cdgh, _mm_shuffle_epi32(sum, 0x0e));
  }
  halves.abef = _mm_add_epi32(halves.abef, before.abef);
  halves.cdgh = _mm_add_epi32(halves.cdgh, before.cdgh);
}

bool processor_has_sha256() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0 &&
         __builtin_cpu_supports("sse4.1");
}

}  // namespace

// Asked once: under a hypervisor the question takes longer than the digest of a short text.
bool has_sha256_instructions() {
  static const bool has = processor_has_sha256();
  return has;
}

KRES_SHA void sha256_blocks(Sha256Words& state, const char* blocks, std::size_t count) {
  Halves halves = split(state);
  for (std::size_t i = 0; i < count; ++i) take_block(halves, blocks + i * kSha256Block);
  join(halves, state);
}

}  // namespace kres

#else

namespace kres {

bool has_sha256_instructions() { return false; }
void sha256_blocks(Sha256Words&, const char*, std::size_t) {}

}  // namespace kres

#endif
