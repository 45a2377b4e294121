// Four blocks of words at a time: 48 bases in AVX-512, where one instruction translates 64 codons.
#include <array>
#include <bit>

#include "genome/protein/coded_words.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define KRES_WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vbmi")))

namespace kres::genome {

namespace {

constexpr std::size_t kStep = 4 * kBlockBases;                         // bases between two steps
constexpr std::size_t kRead = 64 + 2;                                  // bases that a step reads
constexpr std::size_t kStepReads = kStep - kBlockBases + kBlockReads;  // bases that its words cover
constexpr std::size_t kWordsPerStep = 12;                              // of one strand

// Where the bytes of eight words come from among 64 translated codons: word `first` + lane is that
// of base (word / 3) * 12 + word % 3 of the step.
constexpr std::array<std::uint8_t, 64> selection(std::size_t first, bool reverse) {
  std::array<std::uint8_t, 64> bytes{};
  for (std::size_t lane = 0; lane < 8; ++lane) {
    const std::size_t word = first + lane < kWordsPerStep ? first + lane : 0;
    const std::size_t base = word / 3 * kBlockBases + word % 3;
    for (std::size_t i = 0; i < kWordLength; ++i)
      bytes[8 * lane + i] =
          static_cast<std::uint8_t>(base + 3 * (reverse ? kWordLength - 1 - i : i));
  }
  return bytes;
}
constexpr auto kForward = selection(0, false), kForwardRest = selection(8, false),
               kReverse = selection(0, true), kReverseRest = selection(8, true);

KRES_WIDE inline __m512i load(const void* bytes) { return _mm512_loadu_si512(bytes); }

// Two-bit codes of 64 bases: bits 1 and 2 of the letters tell them apart.
KRES_WIDE inline __m512i codes(const char* bases) {
  const __m512i letters = load(bases);
  const __m512i mixed =
      _mm512_xor_si512(_mm512_srli_epi16(letters, 1), _mm512_srli_epi16(letters, 2));
  return _mm512_and_si512(mixed, _mm512_set1_epi8(3));
}

// Which of eight words the filter does not rule out.
KRES_WIDE inline __mmask8 may_be_known(__m512i words, const std::uint64_t* filter, __m512i size) {
  const __m512i product =
      _mm512_mullo_epi64(words, _mm512_set1_epi64(static_cast<long long>(0x9e3779b97f4a7c15ULL)));
  const __m512i mixed = _mm512_xor_si512(product, _mm512_srli_epi64(product, 29));
  const __m512i place = _mm512_srli_epi64(_mm512_mul_epu32(_mm512_srli_epi64(mixed, 32), size), 32);
  const __m512i filled = _mm512_i64gather_epi64(place, filter, 8);
  const __m512i one = _mm512_set1_epi64(1), low = _mm512_set1_epi64(63);
  const auto bit = [&](int shift) KRES_WIDE {
    return _mm512_sllv_epi64(
        one, _mm512_and_si512(_mm512_srli_epi64(mixed, static_cast<unsigned>(shift)), low));
  };
  const __m512i bits = _mm512_or_si512(_mm512_or_si512(bit(0), bit(6)), bit(12));
  return _mm512_cmpeq_epi64_mask(_mm512_and_si512(filled, bits), bits);
}

struct Words {
  alignas(64) std::array<Word, 16> of;
};

KRES_WIDE unsigned known(__m512i residues, const std::array<std::uint8_t, 64>& first,
                         const std::array<std::uint8_t, 64>& rest, const std::uint64_t* filter,
                         __m512i size, Words& words) {
  constexpr __mmask64 kSevenBytes = 0x7f7f7f7f7f7f7f7fULL;
  const __m512i a = _mm512_maskz_permutexvar_epi8(kSevenBytes, load(first.data()), residues);
  const __m512i b = _mm512_maskz_permutexvar_epi8(kSevenBytes, load(rest.data()), residues);
  _mm512_store_si512(words.of.data(), a);
  _mm512_store_si512(words.of.data() + 8, b);
  return may_be_known(a, filter, size) |
         (static_cast<unsigned>(may_be_known(b, filter, size)) & 0xfU) << 8;
}

}  // namespace

bool has_wide_known_words() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vbmi");
}

KRES_WIDE void find_known_words_wide(std::string_view bases, const ProteinIndex& index,
                                     std::vector<CodedWord>& found) {
  found.clear();
  const auto& tables = codon_tables();
  const __m512i forward_table = load(tables.forward), reverse_table = load(tables.reverse);
  const auto filter = index.filter();
  const __m512i size = _mm512_set1_epi64(static_cast<long long>(filter.size()));
  std::size_t start = 0;
  for (; start + kRead <= bases.size() && start + kStepReads <= bases.size(); start += kStep) {
    const char* at = bases.data() + start;
    const __m512i codons = _mm512_or_si512(
        _mm512_or_si512(_mm512_slli_epi16(codes(at), 4), _mm512_slli_epi16(codes(at + 1), 2)),
        codes(at + 2));
    Words forward, reverse;
    const unsigned forward_known = known(_mm512_permutexvar_epi8(codons, forward_table), kForward,
                                         kForwardRest, filter.data(), size, forward);
    const unsigned reverse_known = known(_mm512_permutexvar_epi8(codons, reverse_table), kReverse,
                                         kReverseRest, filter.data(), size, reverse);
    for (unsigned left = forward_known | reverse_known; left != 0; left &= left - 1) {
      const auto word = static_cast<unsigned>(std::countr_zero(left));
      const auto base = static_cast<std::uint32_t>(start + word / 3 * kBlockBases + word % 3);
      if (forward_known >> word & 1) found.push_back({forward.of[word], base, false});
      if (reverse_known >> word & 1) found.push_back({reverse.of[word], base, true});
    }
  }
  append_known_words(bases, start, index, found);
}

}  // namespace kres::genome

#else

namespace kres::genome {

bool has_wide_known_words() { return false; }
void find_known_words_wide(std::string_view bases, const ProteinIndex& index,
                           std::vector<CodedWord>& found) {
  find_known_words_plain(bases, index, found);
}

}  // namespace kres::genome

#endif
