// Eight neighbouring k-mers at a time, one in each 64-bit lane of AVX-512.
#include <algorithm>
#include <array>

#include "genome/kmer/packed_bases.h"
#include "genome/reference/seed_filter_wide.h"
#include "genome/search/seed_candidate_runs.h"
#include "genome/search/seed_candidates.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define KRES_WIDE __attribute__((target("avx512f,avx512dq,avx512vl")))

namespace kres::genome {

namespace {

constexpr std::size_t kLanes = 8;
constexpr int kWordBases = 32;  // of one 64-bit word; the eight k-mers need 26 of them
constexpr Kmer kMask = (Kmer{1} << (2 * kSeedLength)) - 1;

KRES_WIDE inline __m512i constant(std::uint64_t value) {
  return _mm512_set1_epi64(static_cast<long long>(value));
}

class Writer {
 public:
  explicit Writer(std::vector<SeedCandidate>& found) : found_(found) {}

  KRES_WIDE void add(std::size_t position, __mmask8 passed, __mmask8 forward, __m512i canonical) {
    std::array<std::uint64_t, kLanes> kmers;
    _mm512_storeu_si512(kmers.data(), canonical);
    for (unsigned left = passed; left != 0; left &= left - 1) {
      const auto lane = static_cast<unsigned>(__builtin_ctz(left));
      found_.push_back(
          {static_cast<std::uint32_t>(position + lane), (forward >> lane & 1) != 0, kmers[lane]});
    }
  }

 private:
  std::vector<SeedCandidate>& found_;
};

// Bases without N that start at `origin`; all k-mers that have 32 bases from the first of eight on.
// Returns how many k-mers were seen to.
KRES_WIDE std::size_t scan_run(std::string_view run, std::size_t origin, const SeedFilter& filter,
                               Writer& writer) {
  const __m512i forward_shift = _mm512_setr_epi64(26, 24, 22, 20, 18, 16, 14, 12);
  const __m512i reverse_shift = _mm512_setr_epi64(0, 2, 4, 6, 8, 10, 12, 14);
  if (run.size() < kWordBases) return 0;
  std::uint64_t word = 0;  // of the 32 bases from `at` on
  for (int i = 0; i < 3; ++i) word = word << 16 | pack_eight(run.data() + 8 * i);
  std::size_t at = 0;
  for (; at + kWordBases <= run.size(); at += kLanes) {
    word = word << 16 | pack_eight(run.data() + at + 24);
    const __m512i forward =
        _mm512_and_si512(_mm512_srlv_epi64(constant(word), forward_shift), constant(kMask));
    const __m512i reverse = _mm512_and_si512(
        _mm512_srlv_epi64(constant(turned_kmer(word, kWordBases)), reverse_shift), constant(kMask));
    const __m512i canonical = _mm512_min_epu64(forward, reverse);
    const __mmask8 passed = ask_filter(canonical, filter);
    if (passed != 0)
      writer.add(origin + at, passed, _mm512_cmple_epu64_mask(forward, reverse), canonical);
  }
  return at;
}

}  // namespace

bool has_wide_seed_candidates() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl");
}

void find_seed_candidates_wide(std::string_view bases, const SeedFilter& filter,
                               std::vector<SeedCandidate>& found) {
  Writer writer(found);
  find_seed_candidates_by_runs(bases, filter, found, [&](std::string_view run, std::size_t origin) {
    return scan_run(run, origin, filter, writer);
  });
}

}  // namespace kres::genome

#else

namespace kres::genome {

bool has_wide_seed_candidates() { return false; }
void find_seed_candidates_wide(std::string_view bases, const SeedFilter& filter,
                               std::vector<SeedCandidate>& found) {
  find_seed_candidates_plain(bases, filter, found);
}

}  // namespace kres::genome

#endif
