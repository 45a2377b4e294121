// The six words of one block of bases, for the ways that look them up.
#pragma once

#include <array>
#include <cstddef>

#include "genome/protein/coded_word.h"
#include "sequence/nucleotides.h"

namespace kres::genome {

// In the order in which they are found: of each of three frames the forward and the reverse word.
inline constexpr std::size_t kWordsOfABlock = 6;

// Requires: kBlockReads bases. Neighbouring codons share bases, so each is read once.
[[gnu::always_inline]] inline void read_block(const char* base, const CodonTables& tables,
                                              Word* words) {
  std::array<Word, kWordsOfABlock> read{};
  unsigned codon =
      static_cast<unsigned>(sequence::base_code(base[0])) << 2 | sequence::base_code(base[1]);
#pragma GCC unroll 7
  for (int i = 0; i < kWordLength; ++i)
#pragma GCC unroll 3
    for (std::size_t frame = 0; frame < 3; ++frame) {
      codon = (codon << 2 | sequence::base_code(base[2 + 3 * i + static_cast<int>(frame)])) & 63;
      read[2 * frame] |= Word{tables.forward[codon]} << (8 * i);
      read[2 * frame + 1] |= Word{tables.reverse[codon]} << (8 * (kWordLength - 1 - i));
    }
  for (std::size_t word = 0; word < kWordsOfABlock; ++word) words[word] = read[word];
}

inline CodedWord found_in_block(Word word, std::size_t start, std::size_t number) {
  return {word, static_cast<std::uint32_t>(start + number / 2), number % 2 == 1};
}

}  // namespace kres::genome
