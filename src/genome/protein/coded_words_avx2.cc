// Translates 32 codons at a time, and looks up the words of two blocks four and four, in AVX2: the
// way for processors without AVX-512 VBMI.
#include <algorithm>
#include <array>
#include <bit>

#include "base/lanes_avx2.h"
#include "genome/protein/block_words.h"
#include "genome/protein/coded_words.h"

#if defined(__x86_64__)

namespace kres::genome {

namespace {

constexpr std::size_t kLanes = 4, kBlocks = 2, kWords = kBlocks * kWordsOfABlock;
constexpr std::size_t kVector = 32;                          // bytes
constexpr std::size_t kStep = kBlocks * kBlockBases;         // bases
constexpr std::size_t kPieceBases = 64 * kStep;              // translated at a time
constexpr std::size_t kPieceCodons = kPieceBases + kVector;  // and those of the last words
constexpr int kNone = -128;                                  // a byte that no byte is picked for

KRES_AVX2 inline __m256i bytes(const void* from) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(from));
}

// The same sixteen bytes in both halves.
KRES_AVX2 inline __m256i twice(const void* from) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128(static_cast<const __m128i*>(from)));
}

// Residue codes of the codon at every base, read forward and as its reverse complement.
class Codons {
 public:
  // Requires: no more than kPieceCodons bases, all of them A, C, G or T.
  KRES_AVX2 void translate(std::string_view bases, const CodonTables& tables) {
    std::array<std::uint8_t, kPieceCodons + 2 * kVector> codes;
    code_bases(bases, codes.data());
    for (std::size_t at = 0; at < bases.size(); at += kVector) {
      const __m256i first = bytes(codes.data() + at), second = bytes(codes.data() + at + 1),
                    third = bytes(codes.data() + at + 2);
      const __m256i low = _mm256_or_si256(_mm256_slli_epi16(second, 2), third);
      store(forward + at, look_up(tables.forward, first, low));
      store(reverse + at, look_up(tables.reverse, first, low));
    }
  }

  alignas(32) std::uint8_t forward[kPieceCodons + kVector], reverse[kPieceCodons + kVector];

 private:
  KRES_AVX2 static void store(std::uint8_t* to, __m256i value) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), value);
  }

  // 0 to 3, as sequence::base_code(): the letters' second and third lowest bits tell A, C, G and T
  // apart, as 0, 1, 3, 2.
  KRES_AVX2 static void code_bases(std::string_view bases, std::uint8_t* codes) {
    std::size_t at = 0;
    for (; at + kVector <= bases.size(); at += kVector) {
      const __m256i pair =
          _mm256_and_si256(_mm256_srli_epi16(bytes(bases.data() + at), 1), _mm256_set1_epi8(3));
      const __m256i high = _mm256_and_si256(_mm256_srli_epi16(pair, 1), _mm256_set1_epi8(1));
      store(codes + at, _mm256_xor_si256(pair, high));
    }
    for (; at < bases.size(); ++at) codes[at] = sequence::base_code(bases[at]);
    std::fill_n(codes + at, 2 * kVector, std::uint8_t{0});
  }

  // The code of codon first * 16 + low of a table of 64.
  KRES_AVX2 static __m256i look_up(const std::uint8_t* table, __m256i first, __m256i low) {
    const auto quarter = [&](int number) KRES_AVX2 {
      return _mm256_shuffle_epi8(twice(table + 16 * number), low);
    };
    const __m256i odd = _mm256_slli_epi16(first, 7), upper = _mm256_slli_epi16(first, 6);
    return _mm256_blendv_epi8(_mm256_blendv_epi8(quarter(0), quarter(1), odd),
                              _mm256_blendv_epi8(quarter(2), quarter(3), odd), upper);
  }
};

using Picked = std::array<char, 32>;

// Which of sixteen codons, those from `begin` on, stand in a word of the frame that its half of a
// vector holds; the word's first residue in its lowest byte, or its last if `turned`.
constexpr Picked pick(int begin, int low_frame, int high_frame, bool turned) {
  Picked picked{};
  for (int byte = 0; byte < 32; ++byte) {
    const int frame = byte % 16 < 8 ? low_frame : high_frame, residue = byte % 8;
    const int codon = frame + 3 * (turned ? kWordLength - 1 - residue : residue) - begin;
    // Of codons in both sixteens the first ones give it.
    const bool there =
        frame >= 0 && residue < kWordLength && codon >= (begin == 0 ? 0 : 16 - begin) && codon < 16;
    picked[static_cast<std::size_t>(byte)] = static_cast<char>(there ? codon : kNone);
  }
  return picked;
}

constexpr int kSecond = 8;  // where the second sixteen of a block's codons begin

// Words of two frames of two blocks, one block in each half; a frame below 0 gives none.
template <int Low, int High, bool Turned>
KRES_AVX2 inline __m256i words_of(const std::uint8_t* codons) {
  static constexpr Picked first = pick(0, Low, High, Turned),
                          second = pick(kSecond, Low, High, Turned);
  const auto halves = [&](std::size_t from) KRES_AVX2 {
    return _mm256_inserti128_si256(
        _mm256_castsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(codons + from))),
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(codons + kBlockBases + from)), 1);
  };
  return _mm256_or_si256(_mm256_shuffle_epi8(halves(0), bytes(first.data())),
                         _mm256_shuffle_epi8(halves(kSecond), bytes(second.data())));
}

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

// Where a word that is found as `number` of two blocks stands among those of the three vectors: the
// forward words of frames 0 and 1, their reverse words, both words of frame 2; each of the first
// block, then of the second.
constexpr std::array<std::uint8_t, kWords> kPlaces = {0, 4, 1, 5, 8, 9, 2, 6, 3, 7, 10, 11};

// Those of the first block.
constexpr unsigned kOfFirstBlock = [] {
  unsigned places = 0;
  for (std::size_t number = 0; number < kWordsOfABlock; ++number) places |= 1U << kPlaces[number];
  return places;
}();

}  // namespace

bool has_avx2_known_words() { return __builtin_cpu_supports("avx2"); }

KRES_AVX2 void find_known_words_avx2(std::string_view bases, const ProteinIndex& index,
                                     std::vector<CodedWord>& found) {
  found.clear();
  const auto& tables = codon_tables();
  const auto filter = index.filter();
  const __m256i size = all_lanes(filter.size());
  Codons codons;
  std::size_t start = 0;
  while (start + kBlockReads <= bases.size()) {
    const auto piece = bases.substr(start, kPieceCodons);
    codons.translate(piece, tables);
    std::size_t at = 0;
    for (; at < kPieceBases && at + kBlockReads <= piece.size(); at += kStep) {
      alignas(32) std::array<Word, kWords> words;
      const __m256i vectors[] = {words_of<0, 1, false>(codons.forward + at),
                                 words_of<0, 1, true>(codons.reverse + at),
                                 _mm256_or_si256(words_of<2, -1, false>(codons.forward + at),
                                                 words_of<-1, 2, true>(codons.reverse + at))};
      unsigned known = 0;
      for (std::size_t i = 0; i < 3; ++i)
        known |= may_be_known(vectors[i], filter.data(), size) << (kLanes * i);
      const bool both = at + kBlockBases + kBlockReads <= piece.size();
      known &= both ? ~0U : kOfFirstBlock;  // behind the bases stands anything
      if (known == 0) continue;
      for (std::size_t i = 0; i < 3; ++i)
        _mm256_store_si256(reinterpret_cast<__m256i*>(words.data() + kLanes * i), vectors[i]);
      for (std::size_t number = 0; number < kWords; ++number)
        if (known >> kPlaces[number] & 1)
          found.push_back(found_in_block(words[kPlaces[number]],
                                         start + at + number / kWordsOfABlock * kBlockBases,
                                         number % kWordsOfABlock));
    }
    start += at;
  }
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
