#include "sequence/nucleotides.h"

#include <algorithm>

namespace kres::sequence {

namespace {

// Amino acids of the 64 codons in the order of the two-bit codes: AAA, AAC, AAG, AAT, ACA ...
constexpr std::string_view kAminoAcids =
    "KNKN"
    "TTTT"
    "RSRS"
    "IIMI"
    "QHQH"
    "PPPP"
    "RRRR"
    "LLLL"
    "EDED"
    "AAAA"
    "GGGG"
    "VVVV"
    "*Y*Y"
    "SSSS"
    "*CWC"
    "LFLF";
static_assert(kAminoAcids.size() == 64);

}  // namespace

std::string reverse_complement(std::string_view bases) {
  std::string result(bases.size(), 'N');
  std::transform(bases.rbegin(), bases.rend(), result.begin(), complement);
  return result;
}

char translate_codon(char first, char second, char third) {
  const unsigned a = base_code(first), b = base_code(second), c = base_code(third);
  if (a == kNoCode || b == kNoCode || c == kNoCode) return 'X';
  return kAminoAcids[a * 16 + b * 4 + c];
}

std::string translate(std::string_view bases) {
  std::string protein;
  protein.reserve(bases.size() / 3);
  for (std::size_t i = 0; i + 3 <= bases.size(); i += 3)
    protein.push_back(translate_codon(bases[i], bases[i + 1], bases[i + 2]));
  return protein;
}

bool is_start_codon(std::string_view codon) {
  constexpr std::array<std::string_view, 7> kStarts = {"TTG", "CTG", "ATT", "ATC",
                                                       "ATA", "ATG", "GTG"};
  return std::find(kStarts.begin(), kStarts.end(), codon) != kStarts.end();
}

bool is_common_start_codon(std::string_view codon) {
  return codon == "ATG" || codon == "GTG" || codon == "TTG";
}

}  // namespace kres::sequence
