// Eight neighbouring k-mers of 21 bases a step, four and four in the 64-bit lanes of AVX2: the way
// of mash_hashes_wide.cc for processors without AVX-512.
#include <algorithm>
#include <array>

#include "base/lanes_avx2.h"
#include "genome/kmer/mash_hash_bytes.h"
#include "genome/kmer/mash_hashes.h"
#include "genome/kmer/plain_runs.h"

#if defined(__x86_64__)

namespace kres::genome {

namespace {

constexpr std::size_t kBases = 21, kStep = 8, kLanes = 4;
constexpr std::size_t kRead = 32;  // bases read for one step, those of the eight k-mers and 4 more

// Of the first or the last four k-mers of the step.
KRES_AVX2 inline __m256i pick(__m128i bases, const std::array<char, 64>& bytes, std::size_t half) {
  const auto* from = reinterpret_cast<const __m256i*>(bytes.data() + 32 * half);
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(bases), _mm256_loadu_si256(from));
}

KRES_AVX2 inline __m128i load(const char* bases) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bases));
}

// The low four bits tell A (1), C (3), G (7) and T (4) apart.
KRES_AVX2 inline __m128i complement(__m128i bases) {
  const __m128i table = _mm_setr_epi8(0, 'T', 0, 'G', 'A', 0, 0, 'C', 0, 0, 0, 0, 0, 0, 0, 0);
  return _mm_shuffle_epi8(table, _mm_and_si128(bases, _mm_set1_epi8(15)));
}

template <int Bits>
KRES_AVX2 inline __m256i turn_left(__m256i x) {
  return _mm256_or_si256(_mm256_slli_epi64(x, Bits), _mm256_srli_epi64(x, 64 - Bits));
}

KRES_AVX2 inline __m256i times5_plus(__m256i x, std::uint64_t add) {
  return _mm256_add_epi64(_mm256_add_epi64(x, _mm256_slli_epi64(x, 2)), all_lanes(add));
}

KRES_AVX2 inline __m256i scramble1(__m256i k) {
  return times(turn_left<31>(times(k, 0x87c37b91114253d5ULL)), 0x4cf5ad432745937fULL);
}

KRES_AVX2 inline __m256i scramble2(__m256i k) {
  return times(turn_left<33>(times(k, 0x4cf5ad432745937fULL)), 0x87c37b91114253d5ULL);
}

KRES_AVX2 inline __m256i finish(__m256i h) {
  h = times(_mm256_xor_si256(h, _mm256_srli_epi64(h, 33)), 0xff51afd7ed558ccdULL);
  h = times(_mm256_xor_si256(h, _mm256_srli_epi64(h, 33)), 0xc4ceb9fe1a85ec53ULL);
  return _mm256_xor_si256(h, _mm256_srli_epi64(h, 33));
}

// murmur3_64_of_21() of four texts given as two blocks of eight bytes and a tail of five.
KRES_AVX2 inline __m256i murmur(__m256i block1, __m256i block2, __m256i tail, std::uint64_t seed) {
  __m256i h1 = _mm256_xor_si256(all_lanes(seed), scramble1(block1));
  h1 = times5_plus(_mm256_add_epi64(turn_left<27>(h1), all_lanes(seed)), 0x52dce729);
  __m256i h2 = _mm256_xor_si256(all_lanes(seed), scramble2(block2));
  h2 = times5_plus(_mm256_add_epi64(turn_left<31>(h2), h1), 0x38495ab5);
  h1 = _mm256_xor_si256(h1, _mm256_xor_si256(scramble1(tail), all_lanes(kBases)));
  h2 = _mm256_xor_si256(h2, all_lanes(kBases));
  h1 = _mm256_add_epi64(h1, h2);
  h2 = _mm256_add_epi64(h2, h1);
  return _mm256_add_epi64(finish(h1), finish(h2));
}

// Hashes four of the k-mers that start at the eight first of kRead bases. False if the first eight
// bases do not tell which strand comes first. Letters are below 128, so that signed comparison of
// eight of them is that of the alphabet.
KRES_AVX2 inline bool hash_four(const char* bases, std::size_t half, std::uint64_t seed,
                                __m256i& hashes) {
  const __m128i first = load(bases), last_turned = complement(load(bases + 13));
  const __m256i forward_order = pick(first, kFalling, half),
                reverse_order = pick(last_turned, kRising, half);
  if (mask_of(_mm256_cmpeq_epi64(forward_order, reverse_order)) != 0) return false;
  const __m256i reverse = _mm256_cmpgt_epi64(forward_order, reverse_order);
  const __m256i block1 =
      _mm256_blendv_epi8(pick(first, kRising, half), pick(last_turned, kFalling, half), reverse);
  const __m256i block2 =
      _mm256_blendv_epi8(pick(load(bases + 8), kRising, half),
                         pick(complement(load(bases + 5)), kFalling, half), reverse);
  const __m256i tail = _mm256_blendv_epi8(pick(load(bases + 16), kRisingTail, half),
                                          pick(complement(first), kFallingTail, half), reverse);
  hashes = murmur(block1, block2, tail, seed);
  return true;
}

// Bases without N.
KRES_AVX2 void append_of_run(std::string_view run, const MashHashing& hashing,
                             std::vector<std::uint64_t>& hashes) {
  if (run.size() < kBases) return;
  const std::size_t kmers = run.size() + 1 - kBases;
  const __m256i sign = all_lanes(std::uint64_t{1} << 63);
  const __m256i largest = _mm256_xor_si256(all_lanes(hashing.largest), sign);
  std::array<char, kRead> last;  // of a run's end, and any bases behind it
  for (std::size_t at = 0; at < kmers; at += kLanes) {
    const std::size_t step = at / kStep * kStep;
    const char* from = run.data() + step;
    if (step + kRead > run.size()) {
      last.fill('A');
      std::copy(run.begin() + static_cast<std::ptrdiff_t>(step), run.end(), last.data());
      from = last.data();
    }
    __m256i found;
    if (!hash_four(from, at % kStep / kLanes, hashing.seed, found)) {
      append_mash_hashes_plain(run.substr(at, kLanes + kBases - 1), hashing, hashes);
      continue;
    }
    const auto lanes = (1U << std::min(kLanes, kmers - at)) - 1;
    const __m256i above = _mm256_cmpgt_epi64(_mm256_xor_si256(found, sign), largest);
    const unsigned kept = lanes & ~mask_of(above);
    if (kept == 0) continue;
    std::array<std::uint64_t, kLanes> of_lanes;
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(of_lanes.data()), found);
    for (std::size_t lane = 0; lane < kLanes; ++lane)
      if (kept >> lane & 1) hashes.push_back(of_lanes[lane]);
  }
}

}  // namespace

bool has_avx2_mash_hashes() { return __builtin_cpu_supports("avx2"); }

void append_mash_hashes_avx2(std::string_view bases, const MashHashing& hashing,
                             std::vector<std::uint64_t>& hashes) {
  for_each_plain_run(
      bases, [&](std::string_view run, std::size_t) { append_of_run(run, hashing, hashes); });
}

}  // namespace kres::genome

#else

namespace kres::genome {

bool has_avx2_mash_hashes() { return false; }
void append_mash_hashes_avx2(std::string_view bases, const MashHashing& hashing,
                             std::vector<std::uint64_t>& hashes) {
  append_mash_hashes_plain(bases, hashing, hashes);
}

}  // namespace kres::genome

#endif
