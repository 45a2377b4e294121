// Words of seven codons in the six frames of a sequence that an index of proteins may know.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

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

// Replaces `found` by the words that the index's filter does not rule out, by start, forward first.
// Requires: A, C, G and T in upper case only.
void find_known_words(std::string_view bases, const ProteinIndex& index,
                      std::vector<CodedWord>& found);

// The same on any processor: what the way for particular ones is tested against.
void find_known_words_plain(std::string_view bases, const ProteinIndex& index,
                            std::vector<CodedWord>& found);

// The same on processors with AVX-512 (F, BW, DQ, VBMI). Requires: has_wide_known_words().
bool has_wide_known_words();
void find_known_words_wide(std::string_view bases, const ProteinIndex& index,
                           std::vector<CodedWord>& found);

// Adds the words of blocks that begin at `start` or later. `start` is a multiple of a block's
// bases.
void append_known_words(std::string_view bases, std::size_t start, const ProteinIndex& index,
                        std::vector<CodedWord>& found);

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
