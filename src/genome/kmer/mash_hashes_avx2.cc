// Five neighbouring k-mers of 21 bases a step, four of them in the 64-bit lanes of AVX2: the way
// for processors without AVX-512.
#include <algorithm>
#include <array>

#include "base/lanes_avx2.h"
#include "genome/kmer/mash_hash_bytes.h"
#include "genome/kmer/mash_hashes.h"
#include "genome/kmer/murmur.h"
#include "genome/kmer/plain_runs.h"

#if defined(__x86_64__)

namespace kres::genome {

namespace {

constexpr std::size_t kBases = 21, kLanes = 4, kStep = kLanes + 1;
constexpr unsigned kAllLanes = (1U << kLanes) - 1;
constexpr std::size_t kBlock = 2000;  // k-mers whose bases are turned at a time
constexpr std::size_t kBlockBases = kBlock + kBases - 1;
constexpr std::size_t kVector = 16;  // bytes

// As byte_selection(), from the reverse complements of four k-mers: the last one's stands first.
constexpr std::array<char, 64> turned_selection(bool falling, int count = 8) {
  std::array<char, 64> bytes{};
  for (int j = 0; j < 4; ++j)
    for (int b = 0; b < 8; ++b)
      bytes[static_cast<std::size_t>(8 * j + b)] =
          static_cast<char>(b >= count ? -128 : 3 - j + (falling ? 7 - b : b));
  return bytes;
}
constexpr auto kTurned = turned_selection(false), kTurnedOrder = turned_selection(true),
               kTurnedTail = turned_selection(false, 5);

// Bytes of four neighbouring k-mers, picked from sixteen bases.
KRES_AVX2 inline __m256i pick(const char* bases, const std::array<char, 64>& bytes) {
  const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bases));
  const auto* from = reinterpret_cast<const __m256i*>(bytes.data());
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(sixteen), _mm256_loadu_si256(from));
}

// The bases of a block and their reverse complement, with room before and behind for reading
// sixteen at a time.
class Block {
 public:
  KRES_AVX2 explicit Block(std::string_view bases) : bases_(bases.size()) {
    std::fill_n(forward_.begin(), kVector, 'A');
    std::copy(bases.begin(), bases.end(), forward_.begin() + kVector);
    std::fill_n(forward_.begin() + kVector + bases.size(), 2 * kVector, 'A');
    std::fill_n(turned_.begin(), kVector, 'T');
    // The low four bits tell A (1), C (3), G (7) and T (4) apart.
    const __m128i table = _mm_setr_epi8(0, 'T', 0, 'G', 'A', 0, 0, 'C', 0, 0, 0, 0, 0, 0, 0, 0);
    const __m128i backwards = _mm_setr_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    for (std::size_t at = 0; at < bases_; at += kVector) {
      const __m128i sixteen = _mm_loadu_si128(
          reinterpret_cast<const __m128i*>(forward_.data() + bases_ - at));  // the last ones left
      const __m128i others = _mm_shuffle_epi8(table, _mm_and_si128(sixteen, _mm_set1_epi8(15)));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(turned_.data() + kVector + at),
                       _mm_shuffle_epi8(others, backwards));
    }
    std::fill_n(turned_.begin() + kVector + bases.size(), 2 * kVector, 'T');
  }

  std::size_t kmers() const { return bases_ + 1 - kBases; }
  const char* forward(std::size_t kmer) const { return forward_.data() + kVector + kmer; }
  // The reverse complements of the k-mer and, each a byte before, of those behind it.
  const char* turned(std::size_t kmer) const {
    return turned_.data() + kVector + (bases_ - kBases - kmer);
  }

 private:
  std::size_t bases_;
  alignas(32) std::array<char, kBlockBases + 3 * kVector> forward_, turned_;
};

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

// Hashes four k-mers, the first of which stand at `forward`, and turned at `turned`. False if their
// first eight bases do not tell which strand comes first. Letters are below 128, so that signed
// comparison of eight of them is that of the alphabet.
KRES_AVX2 inline bool hash_four(const char* forward, const char* turned, std::uint64_t seed,
                                __m256i& hashes) {
  turned -= kLanes - 1;
  const __m256i order = pick(forward, kFalling), turned_order = pick(turned, kTurnedOrder);
  if (mask_of(_mm256_cmpeq_epi64(order, turned_order)) != 0) return false;
  const __m256i reverse = _mm256_cmpgt_epi64(order, turned_order);
  const auto block = [&](std::size_t from) KRES_AVX2 {
    return _mm256_blendv_epi8(pick(forward + from, kRising), pick(turned + from, kTurned), reverse);
  };
  const __m256i tail =
      _mm256_blendv_epi8(pick(forward + 16, kRisingTail), pick(turned + 16, kTurnedTail), reverse);
  hashes = murmur(block(0), block(8), tail, seed);
  return true;
}

// Whether a k-mer's reverse complement comes first, as far as eight bases tell.
inline bool turned_first(const char* forward, const char* turned) {
  return __builtin_bswap64(murmur::load(turned, 8)) < __builtin_bswap64(murmur::load(forward, 8));
}

// While the lanes hash four k-mers, the general registers hash the one behind them.
KRES_AVX2 void append_of_block(std::string_view bases, const MashHashing& hashing,
                               std::vector<std::uint64_t>& hashes) {
  const Block block(bases);
  const __m256i sign = all_lanes(std::uint64_t{1} << 63);
  const __m256i largest = _mm256_xor_si256(all_lanes(hashing.largest), sign);
  for (std::size_t at = 0; at < block.kmers(); at += kStep) {
    const char *forward = block.forward(at), *turned = block.turned(at);
    __m256i found;
    if (!hash_four(forward, turned, hashing.seed, found) || block.kmers() - at < kStep ||
        std::equal(forward + kLanes, forward + kLanes + 8, turned - kLanes)) {
      append_mash_hashes_plain(bases.substr(at, kStep + kBases - 1), hashing, hashes);
      continue;
    }
    forward += kLanes;
    turned -= kLanes;
    // Without a branch: which strand comes first cannot be foreseen.
    const std::ptrdiff_t choice = -std::ptrdiff_t{turned_first(forward, turned)};
    const std::uint64_t last =
        murmur3_64_of_21(forward + ((turned - forward) & choice), hashing.seed);
    const unsigned above = mask_of(_mm256_cmpgt_epi64(_mm256_xor_si256(found, sign), largest));
    if (above == kAllLanes && last > hashing.largest) continue;
    std::array<std::uint64_t, kStep> of_step;
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(of_step.data()), found);
    of_step[kLanes] = last;
    for (const auto hash : of_step)
      if (hash <= hashing.largest) hashes.push_back(hash);
  }
}

// Bases without N.
void append_of_run(std::string_view run, const MashHashing& hashing,
                   std::vector<std::uint64_t>& hashes) {
  for (std::size_t at = 0; at + kBases <= run.size(); at += kBlock)
    append_of_block(run.substr(at, kBlockBases), hashing, hashes);
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
