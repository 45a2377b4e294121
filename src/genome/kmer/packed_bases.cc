#include "genome/kmer/packed_bases.h"

#include <array>

#if defined(__SSE4_1__)
#include <immintrin.h>
#endif

#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

#if defined(__SSE4_1__)
// Neighbours are joined to pairs, pairs to fours.
std::uint64_t pack_sixteen(const char* bases) {
  __m128i codes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bases));
  codes = _mm_and_si128(_mm_srli_epi16(codes, 1), _mm_set1_epi8(3));
  codes = _mm_xor_si128(codes, _mm_and_si128(_mm_srli_epi16(codes, 1), _mm_set1_epi8(1)));
  const __m128i pairs = _mm_maddubs_epi16(codes, _mm_set1_epi16(0x0104));
  const __m128i fours = _mm_madd_epi16(pairs, _mm_set1_epi32(0x00010010));
  const __m128i bytes = _mm_packus_epi16(_mm_packus_epi32(fours, fours), fours);
  return __builtin_bswap32(static_cast<std::uint32_t>(_mm_cvtsi128_si32(bytes)));
}
#else
std::uint64_t pack_sixteen(const char* bases) {
  return pack_eight(bases) << 16 | pack_eight(bases + 8);
}
#endif

std::uint64_t pack_one(char base) {
  const auto bits = static_cast<std::uint64_t>(base >> 1 & 3);
  return bits ^ (bits >> 1);
}

}  // namespace

void pack_bases(std::string_view bases, std::uint64_t* words) {
  std::size_t i = 0;
  for (; i + 32 <= bases.size(); i += 32) {
    const char* const text = bases.data() + i;
    words[i / 32] = pack_sixteen(text) << 32 | pack_sixteen(text + 16);
  }
  if (i == bases.size()) return;
  if (i > 0) {  // the last 32 bases, without those that stand in the word before
    const char* const text = bases.data() + bases.size() - 32;
    words[i / 32] = (pack_sixteen(text) << 32 | pack_sixteen(text + 16))
                    << (2 * (32 - (bases.size() - i)));
    return;
  }
  std::uint64_t word = 0;
  int shift = 64;
  for (; i + 8 <= bases.size(); i += 8) word |= pack_eight(bases.data() + i) << (shift -= 16);
  for (; i < bases.size(); ++i) word |= pack_one(bases[i]) << (shift -= 2);
  words[(bases.size() - 1) / 32] = word;
}

void unpack_bases(const std::uint64_t* words, std::size_t length, std::string& bases) {
  // The four letters of every byte.
  static const auto kLetters = [] {
    std::array<std::array<char, 4>, 256> letters{};
    for (std::size_t byte = 0; byte < 256; ++byte)
      for (std::size_t i = 0; i < 4; ++i)
        letters[byte][i] = sequence::base_of_code(byte >> (6 - 2 * i) & 3);
    return letters;
  }();
  bases.resize((length + 3) / 4 * 4);
  for (std::size_t i = 0; i < length; i += 4)
    std::memcpy(&bases[i], kLetters[words[i / 32] >> (56 - 2 * (i % 32)) & 255].data(), 4);
  bases.resize(length);
}

}  // namespace kres::genome
