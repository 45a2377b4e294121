// Four words of a read at a time, one in each 64-bit lane of AVX2: the way of word_filter_wide.cc
// for processors without AVX-512. The words are cut one by one; gathering them costs more.
#include <algorithm>

#include "genome/reads/word_filter.h"
#include "genome/reference/seed_filter_avx2.h"

#if defined(__x86_64__)

namespace kres::genome {

namespace {

constexpr std::size_t kLanes = 4;
constexpr auto kWord = static_cast<std::size_t>(kSeedLength);

KRES_AVX2 inline __m256i load(const std::uint64_t* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}

KRES_AVX2 inline void store(std::uint64_t* to, __m256i value) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), value);
}

KRES_AVX2 inline __m256i in_both_halves(__m128i bytes) {
  return _mm256_broadcastsi128_si256(bytes);
}

// The reverse complement of words: the bytes the other way round, and of each half of a byte the
// two bases complemented and exchanged, which a table of sixteen says.
KRES_AVX2 inline __m256i turned(__m256i words) {
  const __m256i bytes =
      in_both_halves(_mm_setr_epi8(7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8));
  const __m256i bases =
      in_both_halves(_mm_setr_epi8(15, 11, 7, 3, 14, 10, 6, 2, 13, 9, 5, 1, 12, 8, 4, 0));
  const __m256i low = _mm256_set1_epi8(0x0f);
  const __m256i reversed = _mm256_shuffle_epi8(words, bytes);
  const __m256i first = _mm256_shuffle_epi8(bases, _mm256_and_si256(reversed, low));
  const __m256i second =
      _mm256_shuffle_epi8(bases, _mm256_and_si256(_mm256_srli_epi16(reversed, 4), low));
  return _mm256_srli_epi64(_mm256_or_si256(_mm256_slli_epi16(first, 4), second),
                           64 - 2 * kSeedLength);
}

// Words have less than 63 bits, so that signed comparison is that of numbers.
KRES_AVX2 inline __m256i lesser(__m256i one, __m256i other) {
  return _mm256_blendv_epi8(one, other, _mm256_cmpgt_epi64(one, other));
}

}  // namespace

bool has_avx2_words() { return __builtin_cpu_supports("avx2"); }

KRES_AVX2 void append_words_avx2(const std::uint64_t* words, std::size_t length, std::size_t step,
                                 const SeedFilter& filter, WordList& found) {
  if (length < kWord) return;
  const std::size_t last = length - kWord;
  const std::size_t count = (last + step - 1) / step + 1;
  Kmer* const to = found.room_for(count + kLanes);
  for (std::size_t i = 0; i + 1 < count; ++i) to[i] = packed_kmer(words, i * step, kSeedLength);
  to[count - 1] = packed_kmer(words, last, kSeedLength);
  for (std::size_t first = 0; first < count; first += kLanes) {
    const __m256i forward = load(to + first);
    const __m256i canonical = lesser(forward, turned(forward));
    store(to + first, canonical);
    alignas(32) std::uint64_t places[kLanes];
    store(places, filter_places_of(filter_hash_of(canonical), filter));
    for (const auto place : places) __builtin_prefetch(filter.words() + place);
  }
  found.add(count);
}

KRES_AVX2 void find_possible_avx2(std::span<const Kmer> words, const SeedFilter& filter,
                                  std::vector<std::uint32_t>& numbers) {
  numbers.resize(words.size());
  std::size_t count = 0, i = 0;
  for (; i + kLanes <= words.size(); i += kLanes) {
    const __m256i hash = filter_hash_of(load(words.data() + i));
    unsigned possible = ask_filter(filter_places_of(hash, filter), filter_bits_of(hash), filter);
    for (; possible != 0; possible &= possible - 1)
      numbers[count++] =
          static_cast<std::uint32_t>(i + static_cast<std::size_t>(__builtin_ctz(possible)));
  }
  for (; i < words.size(); ++i)
    if (filter.may_contain(words[i])) numbers[count++] = static_cast<std::uint32_t>(i);
  numbers.resize(count);
}

}  // namespace kres::genome

#else

namespace kres::genome {

bool has_avx2_words() { return false; }
void append_words_avx2(const std::uint64_t* words, std::size_t length, std::size_t step,
                       const SeedFilter& filter, WordList& found) {
  append_words_plain(words, length, step, filter, found);
}
void find_possible_avx2(std::span<const Kmer> words, const SeedFilter& filter,
                        std::vector<std::uint32_t>& numbers) {
  find_possible_plain(words, filter, numbers);
}

}  // namespace kres::genome

#endif
