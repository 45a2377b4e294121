// Eight neighbouring k-mers of 21 bases at a time, one in each 64-bit lane of AVX-512.
#include <algorithm>
#include <array>

#include "genome/kmer/mash_hash_bytes.h"
#include "genome/kmer/mash_hashes.h"
#include "genome/kmer/plain_runs.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define KRES_WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

namespace kres::genome {

namespace {

constexpr std::size_t kBases = 21, kLanes = 8;
constexpr std::size_t kRead = 32;  // bases read for one step, those of the eight k-mers and 4 more

KRES_WIDE inline __m512i pick(__m128i bases, const std::array<char, 64>& bytes) {
  return _mm512_shuffle_epi8(_mm512_broadcast_i32x4(bases), _mm512_loadu_si512(bytes.data()));
}

KRES_WIDE inline __m128i load(const char* bases) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bases));
}

// The low four bits tell A (1), C (3), G (7) and T (4) apart.
KRES_WIDE inline __m128i complement(__m128i bases) {
  const __m128i table = _mm_setr_epi8(0, 'T', 0, 'G', 'A', 0, 0, 'C', 0, 0, 0, 0, 0, 0, 0, 0);
  return _mm_shuffle_epi8(table, _mm_and_si128(bases, _mm_set1_epi8(15)));
}

KRES_WIDE inline __m512i constant(std::uint64_t value) {
  return _mm512_set1_epi64(static_cast<long long>(value));
}

KRES_WIDE inline __m512i times5_plus(__m512i x, std::uint64_t add) {
  return _mm512_add_epi64(_mm512_add_epi64(x, _mm512_slli_epi64(x, 2)), constant(add));
}

KRES_WIDE inline __m512i scramble1(__m512i k) {
  k = _mm512_rol_epi64(_mm512_mullo_epi64(k, constant(0x87c37b91114253d5ULL)), 31);
  return _mm512_mullo_epi64(k, constant(0x4cf5ad432745937fULL));
}

KRES_WIDE inline __m512i scramble2(__m512i k) {
  k = _mm512_rol_epi64(_mm512_mullo_epi64(k, constant(0x4cf5ad432745937fULL)), 33);
  return _mm512_mullo_epi64(k, constant(0x87c37b91114253d5ULL));
}

KRES_WIDE inline __m512i finish(__m512i h) {
  h = _mm512_xor_si512(h, _mm512_srli_epi64(h, 33));
  h = _mm512_mullo_epi64(h, constant(0xff51afd7ed558ccdULL));
  h = _mm512_xor_si512(h, _mm512_srli_epi64(h, 33));
  h = _mm512_mullo_epi64(h, constant(0xc4ceb9fe1a85ec53ULL));
  return _mm512_xor_si512(h, _mm512_srli_epi64(h, 33));
}

// murmur3_64_of_21() of eight texts given as two blocks of eight bytes and a tail of five.
KRES_WIDE inline __m512i murmur(__m512i block1, __m512i block2, __m512i tail, std::uint64_t seed) {
  __m512i h1 = _mm512_xor_si512(constant(seed), scramble1(block1));
  h1 = times5_plus(_mm512_add_epi64(_mm512_rol_epi64(h1, 27), constant(seed)), 0x52dce729);
  __m512i h2 = _mm512_xor_si512(constant(seed), scramble2(block2));
  h2 = times5_plus(_mm512_add_epi64(_mm512_rol_epi64(h2, 31), h1), 0x38495ab5);
  h1 = _mm512_xor_si512(h1, _mm512_xor_si512(scramble1(tail), constant(kBases)));
  h2 = _mm512_xor_si512(h2, constant(kBases));
  h1 = _mm512_add_epi64(h1, h2);
  h2 = _mm512_add_epi64(h2, h1);
  return _mm512_add_epi64(finish(h1), finish(h2));
}

// Hashes the k-mers that start at the eight first of kRead bases. False if the first eight bases do
// not tell which strand comes first.
KRES_WIDE inline bool hash_eight(const char* bases, std::uint64_t seed, __m512i& hashes) {
  const __m128i first = load(bases), last_turned = complement(load(bases + 13));
  const __m512i forward_order = pick(first, kFalling), reverse_order = pick(last_turned, kRising);
  if (_mm512_cmpeq_epu64_mask(forward_order, reverse_order) != 0) return false;
  const __mmask8 reverse = _mm512_cmplt_epu64_mask(reverse_order, forward_order);
  const __m512i block1 =
      _mm512_mask_blend_epi64(reverse, pick(first, kRising), pick(last_turned, kFalling));
  const __m512i block2 = _mm512_mask_blend_epi64(reverse, pick(load(bases + 8), kRising),
                                                 pick(complement(load(bases + 5)), kFalling));
  const __m512i tail = _mm512_mask_blend_epi64(reverse, pick(load(bases + 16), kRisingTail),
                                               pick(complement(first), kFallingTail));
  hashes = murmur(block1, block2, tail, seed);
  return true;
}

// Bases without N.
KRES_WIDE void append_of_run(std::string_view run, const MashHashing& hashing,
                             std::vector<std::uint64_t>& hashes) {
  if (run.size() < kBases) return;
  const std::size_t kmers = run.size() + 1 - kBases;
  std::array<char, kRead> last;  // of a run's end, and any bases behind it
  for (std::size_t at = 0; at < kmers; at += kLanes) {
    const char* from = run.data() + at;
    if (at + kRead > run.size()) {
      last.fill('A');
      from = std::copy(run.begin() + static_cast<std::ptrdiff_t>(at), run.end(), last.data()) -
             (run.size() - at);
    }
    __m512i found;
    if (!hash_eight(from, hashing.seed, found)) {
      append_mash_hashes_plain(run.substr(at, kLanes + kBases - 1), hashing, hashes);
      continue;
    }
    const auto lanes = static_cast<__mmask8>((1U << std::min(kLanes, kmers - at)) - 1);
    const __mmask8 kept = lanes & _mm512_cmple_epu64_mask(found, constant(hashing.largest));
    if (kept == 0) continue;
    std::array<std::uint64_t, kLanes> of_lanes;
    _mm512_storeu_si512(of_lanes.data(), found);
    for (std::size_t lane = 0; lane < kLanes; ++lane)
      if ((kept >> lane) & 1) hashes.push_back(of_lanes[lane]);
  }
}

}  // namespace

bool has_wide_mash_hashes() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

void append_mash_hashes_wide(std::string_view bases, const MashHashing& hashing,
                             std::vector<std::uint64_t>& hashes) {
  for_each_plain_run(
      bases, [&](std::string_view run, std::size_t) { append_of_run(run, hashing, hashes); });
}

}  // namespace kres::genome

#else

namespace kres::genome {

bool has_wide_mash_hashes() { return false; }
void append_mash_hashes_wide(std::string_view bases, const MashHashing& hashing,
                             std::vector<std::uint64_t>& hashes) {
  append_mash_hashes_plain(bases, hashing, hashes);
}

}  // namespace kres::genome

#endif
