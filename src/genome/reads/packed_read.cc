#include "genome/reads/packed_read.h"

#include <array>

#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

// The letters' second and third lowest bits tell A, C, G and T apart, as 0, 1, 3, 2.
std::uint64_t pack_eight(const char* bases) {
  std::uint64_t text;
  std::memcpy(&text, bases, sizeof text);
  text = __builtin_bswap64(text) >> 1 & 0x0303030303030303ULL;
  text ^= text >> 1 & 0x0101010101010101ULL;
  text = (text | text >> 6) & 0x000f000f000f000fULL;
  text = (text | text >> 12) & 0x000000ff000000ffULL;
  return (text | text >> 24) & 0xffff;
}

std::uint64_t pack_one(char base) {
  const auto bits = static_cast<std::uint64_t>(base >> 1 & 3);
  return bits ^ (bits >> 1);
}

}  // namespace

void pack_bases(std::string_view bases, std::uint64_t* words) {
  std::size_t i = 0;
  for (; i + 32 <= bases.size(); i += 32) {
    const char* const text = bases.data() + i;
    words[i / 32] = pack_eight(text) << 48 | pack_eight(text + 8) << 32 |
                    pack_eight(text + 16) << 16 | pack_eight(text + 24);
  }
  if (i == bases.size()) return;
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
