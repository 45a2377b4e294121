// Aligns residues with DNA codon by codon, allowing gaps of whole codons and lost frames.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kres::genome {

enum class CodonStep : std::uint8_t {
  codon,   // a residue and three bases
  insert,  // three bases without a residue
  remove,  // a residue without bases
  plus1,   // one base too many
  plus2,   // two bases too many
  minus1,  // a residue with two bases
  minus2,  // a residue with one base
};

struct CodonAlignment {
  std::size_t residue_start = 0, base_start = 0;  // where the first step stands
  std::vector<CodonStep> steps;                   // empty if nothing aligns
};

// The best local alignment near the diagonals base = 3 * residue + d, lowest <= d <= highest.
// Match 5, mismatch -3, stop -8, unread 0, gap -11 and -2 for every further codon, lost frame -18.
CodonAlignment align_codons(std::string_view residues, std::string_view bases, std::int64_t lowest,
                            std::int64_t highest);

}  // namespace kres::genome
