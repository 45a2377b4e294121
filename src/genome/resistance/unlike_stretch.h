// Stretches of an aligned protein that share no more residues with the reference than chance gives:
// foreign, inverted or badly assembled bases, in which no codon of the gene was read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kres::genome {

struct UnlikeStretch {
  int first = 0, last = 0;  // residues of the reference, both inside
  int excess = 0;           // residues that differ, less those that are equal

  bool covers(int residue) const { return residue >= first && residue <= last; }
};

// Every stretch in which at least six residues more differ than are equal, in order. `reference`
// and `observed` are the rows of an alignment with '-' in gaps; their first residue has the number
// `first_residue`. Residues that are only inserted or only deleted are no differences: a loop may
// be longer or shorter.
std::vector<UnlikeStretch> unlike_stretches(std::string_view reference, std::string_view observed,
                                            int first_residue = 1);

bool covered(const std::vector<UnlikeStretch>& stretches, int residue);

// "unlike_reference:31-60", the first stretch that leaves the protein unread: over a codon of
// `known`, or longer than the variation of loops between healthy isolates. Empty if there is none.
std::string unread_stretch(const std::vector<UnlikeStretch>& stretches,
                           const std::vector<int>& known);

}  // namespace kres::genome
