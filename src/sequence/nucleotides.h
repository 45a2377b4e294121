// The DNA alphabet: two-bit codes, complement, and translation by genetic code 11.
//
// Genetic code 11 (Bacterial, Archaeal and Plant Plastid) is NCBI's table of that number.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace kres::sequence {

inline constexpr std::uint8_t kNoCode = 4;  // code of everything that is not A, C, G or T

// Two-bit code of a base: A 0, C 1, G 2, T (or U) 3, either case; kNoCode otherwise.
// The code of the complement is 3 - code.
inline constexpr auto kBaseCode = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(kNoCode);
  constexpr std::string_view kBases = "ACGTacgt";
  for (std::size_t i = 0; i < kBases.size(); ++i)
    table[static_cast<unsigned char>(kBases[i])] = static_cast<std::uint8_t>(i % 4);
  table['U'] = table['u'] = 3;
  return table;
}();

constexpr std::uint8_t base_code(char base) { return kBaseCode[static_cast<unsigned char>(base)]; }
constexpr char base_of_code(std::uint8_t code) { return "ACGTN"[code <= 4 ? code : 4]; }

// Complement of A, C, G, T in upper case; of anything else N.
constexpr char complement(char base) {
  const std::uint8_t code = base_code(base);
  return code == kNoCode ? 'N' : base_of_code(static_cast<std::uint8_t>(3 - code));
}

std::string reverse_complement(std::string_view bases);

// One-letter amino acid of a codon, '*' for a stop, 'X' if a base is not A, C, G or T.
// A start codon is translated as it would be inside a gene.
char translate_codon(char first, char second, char third);

// Translates whole codons from the first base on; one or two bases left over are not translated.
std::string translate(std::string_view bases);

// Whether a codon is a start of genetic code 11: TTG, CTG, ATT, ATC, ATA, ATG, GTG.
// Requires: codon has three bases.
bool is_start_codon(std::string_view codon);

// Whether nearly every gene of bacteria starts with one of these: ATG, GTG, TTG. The other starts
// of genetic code 11 are read at a hundredth of the rate of ATG or less (Hecht et al. 2017, doi
// 10.1093/nar/gkx070).
bool is_common_start_codon(std::string_view codon);

}  // namespace kres::sequence
