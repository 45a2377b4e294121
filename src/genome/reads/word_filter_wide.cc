// Eight words of a read at a time, one in each 64-bit lane of AVX-512.
#include <array>

#include "genome/reads/word_filter.h"

#include "genome/reference/seed_filter_wide.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define KRES_WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

namespace kres::genome {

namespace {

constexpr std::size_t kLanes = 8;
constexpr auto kWord = static_cast<std::size_t>(kSeedLength);

KRES_WIDE inline __m512i constant(std::uint64_t value) {
  return _mm512_set1_epi64(static_cast<long long>(value));
}

// The words at eight positions. A word may begin in one number and end in the next.
KRES_WIDE inline __m512i cut_words(__m512i first, __m512i second, __m512i positions) {
  const __m512i shift = _mm512_slli_epi64(_mm512_and_si512(positions, constant(31)), 1);
  // A shift by 64 gives zero, as it should where the word begins a number.
  const __m512i bits =
      _mm512_or_si512(_mm512_sllv_epi64(first, shift),
                      _mm512_srlv_epi64(second, _mm512_sub_epi64(constant(64), shift)));
  return _mm512_srli_epi64(bits, 64 - 2 * kSeedLength);
}

KRES_WIDE inline __m512i words_at(const std::uint64_t* words, __m512i positions) {
  const __m512i number = _mm512_srli_epi64(positions, 5);
  return cut_words(_mm512_i64gather_epi64(number, words, 8),
                   _mm512_i64gather_epi64(_mm512_add_epi64(number, constant(1)), words, 8),
                   positions);
}

// The same of a read that eight numbers hold, with one to spare.
constexpr std::size_t kShort = 7 * 32;
KRES_WIDE inline __m512i words_of_short_at(__m512i numbers, __m512i positions) {
  const __m512i number = _mm512_srli_epi64(positions, 5);
  return cut_words(_mm512_permutexvar_epi64(number, numbers),
                   _mm512_permutexvar_epi64(_mm512_add_epi64(number, constant(1)), numbers),
                   positions);
}

// The reverse complement of words.
KRES_WIDE inline __m512i turned(__m512i words) {
  const __m512i pairs = constant(0x3333333333333333ULL), halves = constant(0x0f0f0f0f0f0f0f0fULL);
  __m512i bits = _mm512_xor_si512(words, constant(~0ULL));
  bits = _mm512_or_si512(_mm512_and_si512(_mm512_srli_epi64(bits, 2), pairs),
                         _mm512_slli_epi64(_mm512_and_si512(bits, pairs), 2));
  bits = _mm512_or_si512(_mm512_and_si512(_mm512_srli_epi64(bits, 4), halves),
                         _mm512_slli_epi64(_mm512_and_si512(bits, halves), 4));
  const __m512i bytes = _mm512_set_epi64(
      0x08090a0b0c0d0e0fLL, 0x0001020304050607LL, 0x08090a0b0c0d0e0fLL, 0x0001020304050607LL,
      0x08090a0b0c0d0e0fLL, 0x0001020304050607LL, 0x08090a0b0c0d0e0fLL, 0x0001020304050607LL);
  return _mm512_srli_epi64(_mm512_shuffle_epi8(bits, bytes), 64 - 2 * kSeedLength);
}

// The words of one read, eight at a time.
class Cutter {
 public:
  KRES_WIDE Cutter(const std::uint64_t* words, std::size_t length, std::size_t step)
      : words_(words),
        is_short_(length <= kShort),
        last_(length - kWord),
        step_(step),
        count_((last_ + step - 1) / step + 1) {}

  std::size_t count() const { return count_; }
  // Those from number `first` on, as they are read; behind the last one it stands again.
  KRES_WIDE __m512i read_from(std::size_t first) const {
    const __m512i lane = _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7);
    const __m512i positions = _mm512_min_epu64(
        _mm512_mullo_epi64(_mm512_add_epi64(lane, constant(first)), constant(step_)),
        constant(last_));
    return is_short_ ? words_of_short_at(_mm512_loadu_si512(words_), positions)
                     : words_at(words_, positions);
  }
  // The same, canonical.
  KRES_WIDE __m512i words_from(std::size_t first) const {
    const __m512i forward = read_from(first);
    return _mm512_min_epu64(forward, turned(forward));
  }

 private:
  const std::uint64_t* words_;
  bool is_short_;
  std::size_t last_, step_, count_;
};

}  // namespace

bool has_wide_words() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

KRES_WIDE void append_words_wide(const std::uint64_t* words, std::size_t length, std::size_t step,
                                 const SeedFilter& filter, WordList& found) {
  if (length < kWord) return;
  const Cutter cutter(words, length, step);
  Kmer* const to = found.room_for(cutter.count() + kLanes);
  for (std::size_t first = 0; first < cutter.count(); first += kLanes) {
    const __m512i canonical = cutter.words_from(first);
    _mm512_storeu_si512(to + first, canonical);
    alignas(64) std::array<std::uint64_t, kLanes> asked;
    _mm512_store_si512(asked.data(), filter_words_of(canonical, filter));
    for (const auto word : asked) __builtin_prefetch(filter.words() + word);
  }
  found.add(cutter.count());
}

KRES_WIDE bool may_hold_word_wide(const std::uint64_t* words, std::size_t length, std::size_t step,
                                  const SeedFilter& filter) {
  if (length < kWord) return false;
  const Cutter cutter(words, length, step);
  for (std::size_t first = 0; first < cutter.count(); first += kLanes)
    if (ask_filter(cutter.read_from(first), filter) != 0) return true;
  return false;
}

KRES_WIDE void find_possible_wide(std::span<const Kmer> words, const SeedFilter& filter,
                                  std::vector<std::uint32_t>& numbers) {
  numbers.resize(words.size() + kLanes);
  std::size_t count = 0;
  const __m256i lane = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  for (std::size_t i = 0; i < words.size(); i += kLanes) {
    const std::size_t left = words.size() - i;
    const auto lanes = static_cast<__mmask8>(left < kLanes ? (1U << left) - 1 : 0xffU);
    const __mmask8 possible =
        lanes & ask_filter(_mm512_maskz_loadu_epi64(lanes, words.data() + i), filter);
    const __m256i own = _mm256_add_epi32(lane, _mm256_set1_epi32(static_cast<int>(i)));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(numbers.data() + count),
                        _mm256_maskz_compress_epi32(possible, own));
    count += static_cast<std::size_t>(__builtin_popcount(possible));
  }
  numbers.resize(count);
}

}  // namespace kres::genome

#else

namespace kres::genome {

bool has_wide_words() { return false; }
void append_words_wide(const std::uint64_t* words, std::size_t length, std::size_t step,
                       const SeedFilter& filter, WordList& found) {
  append_words_plain(words, length, step, filter, found);
}
void find_possible_wide(std::span<const Kmer> words, const SeedFilter& filter,
                        std::vector<std::uint32_t>& numbers) {
  find_possible_plain(words, filter, numbers);
}
bool may_hold_word_wide(const std::uint64_t* words, std::size_t length, std::size_t step,
                        const SeedFilter& filter) {
  return may_hold_word_plain(words, length, step, filter);
}

}  // namespace kres::genome

#endif
