// Two blocks of words at a time, which AVX2 looks up four and four: the way for processors without
// AVX-512 VBMI.
#include <array>
#include <bit>

#include "base/lanes_avx2.h"
#include "genome/protein/block_words.h"
#include "genome/protein/coded_words.h"

#if defined(__x86_64__)

namespace kres::genome {

namespace {

constexpr std::size_t kLanes = 4, kBlocks = 2, kWords = kBlocks * kWordsOfABlock;

// Which of four words the filter does not rule out.
KRES_AVX2 inline unsigned may_be_known(__m256i words, const std::uint64_t* filter, __m256i size) {
  const __m256i product = times(words, 0x9e3779b97f4a7c15ULL);
  const __m256i mixed = _mm256_xor_si256(product, _mm256_srli_epi64(product, 29));
  const __m256i place = _mm256_srli_epi64(_mm256_mul_epu32(_mm256_srli_epi64(mixed, 32), size), 32);
  const __m256i filled =
      _mm256_i64gather_epi64(reinterpret_cast<const long long*>(filter), place, sizeof(Word));
  const __m256i one = all_lanes(1), low = all_lanes(63);
  const auto bit = [&](int shift) KRES_AVX2 {
    return _mm256_sllv_epi64(one, _mm256_and_si256(_mm256_srli_epi64(mixed, shift), low));
  };
  const __m256i bits = _mm256_or_si256(_mm256_or_si256(bit(0), bit(6)), bit(12));
  return mask_of(_mm256_cmpeq_epi64(_mm256_and_si256(filled, bits), bits));
}

}  // namespace

bool has_avx2_known_words() { return __builtin_cpu_supports("avx2"); }

KRES_AVX2 void find_known_words_avx2(std::string_view bases, const ProteinIndex& index,
                                     std::vector<CodedWord>& found) {
  found.clear();
  const auto& tables = codon_tables();
  const auto filter = index.filter();
  const __m256i size = all_lanes(filter.size());
  constexpr std::size_t kStep = kBlocks * kBlockBases;
  std::size_t start = 0;
  for (; start + kStep - kBlockBases + kBlockReads <= bases.size(); start += kStep) {
    alignas(32) std::array<Word, kWords> words;
    for (std::size_t block = 0; block < kBlocks; ++block)
      read_block(bases.data() + start + block * kBlockBases, tables,
                 words.data() + block * kWordsOfABlock);
    unsigned known = 0;
    for (std::size_t i = 0; i < kWords; i += kLanes) {
      const auto* four = reinterpret_cast<const __m256i*>(words.data() + i);
      known |= may_be_known(_mm256_load_si256(four), filter.data(), size) << i;
    }
    for (; known != 0; known &= known - 1) {
      const auto word = static_cast<std::size_t>(std::countr_zero(known));
      found.push_back(found_in_block(words[word], start + word / kWordsOfABlock * kBlockBases,
                                     word % kWordsOfABlock));
    }
  }
  append_known_words(bases, start, index, found);
}

}  // namespace kres::genome

#else

namespace kres::genome {

bool has_avx2_known_words() { return false; }
void find_known_words_avx2(std::string_view bases, const ProteinIndex& index,
                           std::vector<CodedWord>& found) {
  find_known_words_plain(bases, index, found);
}

}  // namespace kres::genome

#endif
