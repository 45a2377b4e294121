// Eight neighbouring k-mers a step, four and four in the 64-bit lanes of AVX2: the way of
// seed_candidates_wide.cc for processors without AVX-512.
#include <algorithm>
#include <array>

#include "base/lanes_avx2.h"
#include "genome/kmer/packed_bases.h"
#include "genome/search/seed_candidate_runs.h"
#include "genome/search/seed_candidates.h"

#if defined(__x86_64__)

namespace kres::genome {

namespace {

constexpr std::size_t kStep = 8, kLanes = 4;
constexpr int kWordBases = 32;  // of one 64-bit word; the eight k-mers need 26 of them
constexpr Kmer kMask = (Kmer{1} << (2 * kSeedLength)) - 1;

// Which of four k-mers the filter may contain.
KRES_AVX2 inline unsigned ask_filter(__m256i canonical, const SeedFilter& filter) {
  const __m256i one = all_lanes(1), low = all_lanes(63);
  const __m256i hash = times(canonical, SeedFilter::kMultiplier);
  const auto bit = [&](int shift) KRES_AVX2 {
    return _mm256_sllv_epi64(one, _mm256_and_si256(_mm256_srli_epi64(hash, shift), low));
  };
  const __m256i bits =
      _mm256_or_si256(_mm256_or_si256(bit(SeedFilter::kBitShift), bit(SeedFilter::kBitShift + 6)),
                      bit(SeedFilter::kBitShift + 12));
  const __m256i place =
      _mm256_and_si256(_mm256_srli_epi64(hash, SeedFilter::kWordShift), all_lanes(filter.mask()));
  const __m256i words = _mm256_i64gather_epi64(reinterpret_cast<const long long*>(filter.words()),
                                               place, sizeof(std::uint64_t));
  return mask_of(_mm256_cmpeq_epi64(_mm256_and_si256(words, bits), bits));
}

// Four k-mers of a word and of its reverse complement, each moved down by its own number of bits.
// k-mers have less than 63 bits, so that signed comparison is that of numbers.
KRES_AVX2 inline void add_four(std::uint64_t word, std::uint64_t turned, __m256i forward_shift,
                               __m256i reverse_shift, std::size_t position,
                               const SeedFilter& filter, std::vector<SeedCandidate>& found) {
  const __m256i mask = all_lanes(kMask);
  const __m256i forward = _mm256_and_si256(_mm256_srlv_epi64(all_lanes(word), forward_shift), mask);
  const __m256i reverse =
      _mm256_and_si256(_mm256_srlv_epi64(all_lanes(turned), reverse_shift), mask);
  const __m256i turned_first = _mm256_cmpgt_epi64(forward, reverse);
  const __m256i canonical = _mm256_blendv_epi8(forward, reverse, turned_first);
  const unsigned passed = ask_filter(canonical, filter);
  if (passed == 0) return;
  const unsigned opposite = mask_of(turned_first);
  std::array<std::uint64_t, kLanes> kmers;
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(kmers.data()), canonical);
  for (unsigned left = passed; left != 0; left &= left - 1) {
    const auto lane = static_cast<unsigned>(__builtin_ctz(left));
    found.push_back(
        {static_cast<std::uint32_t>(position + lane), (opposite >> lane & 1) == 0, kmers[lane]});
  }
}

// Bases without N that start at `origin`; all k-mers that have 32 bases from the first of eight on.
// Returns how many k-mers were seen to.
KRES_AVX2 std::size_t scan_run(std::string_view run, std::size_t origin, const SeedFilter& filter,
                               std::vector<SeedCandidate>& found) {
  if (run.size() < kWordBases) return 0;
  const __m256i forward_shifts[] = {_mm256_setr_epi64x(26, 24, 22, 20),
                                    _mm256_setr_epi64x(18, 16, 14, 12)};
  const __m256i reverse_shifts[] = {_mm256_setr_epi64x(0, 2, 4, 6),
                                    _mm256_setr_epi64x(8, 10, 12, 14)};
  std::uint64_t word = 0;  // of the 32 bases from `at` on
  for (int i = 0; i < 3; ++i) word = word << 16 | pack_eight(run.data() + 8 * i);
  std::size_t at = 0;
  for (; at + kWordBases <= run.size(); at += kStep) {
    word = word << 16 | pack_eight(run.data() + at + 24);
    const auto turned = turned_kmer(word, kWordBases);
    for (const std::size_t half : {0, 1})
      add_four(word, turned, forward_shifts[half], reverse_shifts[half],
               origin + at + kLanes * half, filter, found);
  }
  return at;
}

}  // namespace

bool has_avx2_seed_candidates() { return __builtin_cpu_supports("avx2"); }

void find_seed_candidates_avx2(std::string_view bases, const SeedFilter& filter,
                               std::vector<SeedCandidate>& found) {
  find_seed_candidates_by_runs(bases, filter, found, [&](std::string_view run, std::size_t origin) {
    return scan_run(run, origin, filter, found);
  });
}

}  // namespace kres::genome

#else

namespace kres::genome {

bool has_avx2_seed_candidates() { return false; }
void find_seed_candidates_avx2(std::string_view bases, const SeedFilter& filter,
                               std::vector<SeedCandidate>& found) {
  find_seed_candidates_plain(bases, filter, found);
}

}  // namespace kres::genome

#endif
