// Eight neighbouring k-mers a step, four and four in the 64-bit lanes of AVX2: the way of
// seed_candidates_wide.cc for processors without AVX-512.
#include <algorithm>
#include <utility>

#include "genome/kmer/packed_bases.h"
#include "genome/reference/seed_filter_avx2.h"
#include "genome/search/seed_candidate_runs.h"
#include "genome/search/seed_candidates.h"

#if defined(__x86_64__)

namespace kres::genome {

namespace {

constexpr std::size_t kStep = 8, kLanes = 4;
constexpr int kWordBases = 32;  // of one 64-bit word; the eight k-mers need 26 of them
constexpr Kmer kMask = (Kmer{1} << (2 * kSeedLength)) - 1;
constexpr std::size_t kChunk = 32;  // k-mers whose words of the filter are fetched together

KRES_AVX2 inline void store(std::uint64_t* to, __m256i value) {
  _mm256_store_si256(reinterpret_cast<__m256i*>(to), value);
}

KRES_AVX2 inline __m256i load(const std::uint64_t* from) {
  return _mm256_load_si256(reinterpret_cast<const __m256i*>(from));
}

// Neighbouring k-mers, and what the filter is to be asked about them.
class Chunk {
 public:
  // From `position` on, none yet.
  void start(std::size_t position) {
    position_ = position;
    count_ = 0;
    opposite_ = 0;
  }

  // Four k-mers of a word and of its reverse complement, each moved down by its own number of bits.
  // k-mers have less than 63 bits, so that signed comparison is that of numbers.
  KRES_AVX2 void add_four(std::uint64_t word, std::uint64_t turned, __m256i forward_shift,
                          __m256i reverse_shift, const SeedFilter& filter) {
    const __m256i mask = all_lanes(kMask);
    const __m256i forward =
        _mm256_and_si256(_mm256_srlv_epi64(all_lanes(word), forward_shift), mask);
    const __m256i reverse =
        _mm256_and_si256(_mm256_srlv_epi64(all_lanes(turned), reverse_shift), mask);
    const __m256i turned_first = _mm256_cmpgt_epi64(forward, reverse);
    const __m256i canonical = _mm256_blendv_epi8(forward, reverse, turned_first);
    const __m256i hash = filter_hash_of(canonical);
    opposite_ |= mask_of(turned_first) << count_;
    store(kmers_ + count_, canonical);
    store(bits_ + count_, filter_bits_of(hash));
    store(places_ + count_, filter_places_of(hash, filter));
    count_ += kLanes;
  }

  void fetch(const SeedFilter& filter) const {
    for (std::size_t i = 0; i < count_; ++i) __builtin_prefetch(filter.words() + places_[i]);
  }

  // Adds those that the filter may contain.
  KRES_AVX2 void ask(const SeedFilter& filter, std::vector<SeedCandidate>& found) const {
    for (std::size_t i = 0; i < count_; i += kLanes) {
      unsigned passed = ask_filter(load(places_ + i), load(bits_ + i), filter);
      for (; passed != 0; passed &= passed - 1) {
        const auto at = i + static_cast<std::size_t>(__builtin_ctz(passed));
        found.push_back(
            {static_cast<std::uint32_t>(position_ + at), (opposite_ >> at & 1) == 0, kmers_[at]});
      }
    }
  }

 private:
  alignas(32) std::uint64_t kmers_[kChunk], places_[kChunk], bits_[kChunk];
  std::size_t position_ = 0, count_ = 0;
  unsigned opposite_ = 0;
};

// Bases without N that start at `origin`; all k-mers that have 32 bases from the first of eight on.
// Returns how many k-mers were seen to. While the words of a chunk are on their way, the chunk
// before it is asked about.
KRES_AVX2 std::size_t scan_run(std::string_view run, std::size_t origin, const SeedFilter& filter,
                               std::vector<SeedCandidate>& found) {
  if (run.size() < kWordBases) return 0;
  const __m256i forward_shifts[] = {_mm256_setr_epi64x(26, 24, 22, 20),
                                    _mm256_setr_epi64x(18, 16, 14, 12)};
  const __m256i reverse_shifts[] = {_mm256_setr_epi64x(0, 2, 4, 6),
                                    _mm256_setr_epi64x(8, 10, 12, 14)};
  std::uint64_t word = 0;  // of the 32 bases from `at` on
  for (int i = 0; i < 3; ++i) word = word << 16 | pack_eight(run.data() + 8 * i);
  Chunk chunks[2];
  Chunk *next = &chunks[0], *last = &chunks[1];
  std::size_t at = 0;
  while (at + kWordBases <= run.size()) {
    next->start(origin + at);
    for (std::size_t step = 0; step < kChunk && at + kWordBases <= run.size();
         step += kStep, at += kStep) {
      word = word << 16 | pack_eight(run.data() + at + 24);
      const auto turned = turned_kmer(word, kWordBases);
      for (const auto half : {std::size_t{0}, std::size_t{1}})
        next->add_four(word, turned, forward_shifts[half], reverse_shifts[half], filter);
    }
    next->fetch(filter);
    last->ask(filter, found);
    std::swap(next, last);
  }
  last->ask(filter, found);
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
