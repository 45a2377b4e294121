// One word of seven codons, and which of a sequence are looked up.
#pragma once

#include <cstddef>
#include <cstdint>

#include "genome/reference/protein_index.h"

namespace kres::genome {

struct CodedWord {
  Word word = 0;
  std::uint32_t start = 0;  // first base of its codons on the forward strand
  bool reverse = false;     // the codons are those of the reverse complement

  friend bool operator==(const CodedWord&, const CodedWord&) = default;
};

// Of each frame one codon in four begins a word that is looked up: a protein of 250 residues then
// shares five words with a relative of 70 % identity.
inline constexpr int kCodonStride = 4;

// Residue codes of all 64 codons, read forward and as their reverse complement.
struct CodonTables {
  std::uint8_t forward[64];
  std::uint8_t reverse[64];
};
const CodonTables& codon_tables();

inline constexpr std::size_t kWordBases = 3 * kWordLength;
inline constexpr std::size_t kBlockBases =
    3 * kCodonStride;                                       // words begin at its first three bases
inline constexpr std::size_t kBlockReads = kWordBases + 2;  // bases that the three words cover

}  // namespace kres::genome
