// The curated tables of target genes and of their known changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::genome {

struct TargetRow {
  std::string scope;  // pattern on species or complex
  std::string gene;
  bool loss_matters = false;  // role "loss"; otherwise single residues do
  int protein_length = 0;     // codons of the whole protein, without stop
  std::vector<std::string> agents;
};

// "S83I", or an insertion of residues somewhere between two codons of the reference.
struct KnownChange {
  std::string gene;
  std::string text;         // substitution
  int first = 0, last = 0;  // insertion only
  std::string inserted;     // insertion only
  std::vector<std::string> agents;

  // An insertion matches in any rotation: where residues repeat, equal insertions have several
  // descriptions.
  bool matches(std::string_view change) const;
};

// Codons that a change names, the first before the last: 83 of "S83L", 82 and 83 of "D82_S83insI".
// A number that no protein reaches is none.
std::vector<int> codons_of(std::string_view change);

// The first of `changes` that touches a codon of `positions` and is none of `classified`: what it
// does there is not known. Empty if there is none.
std::string unclassified_change(const std::vector<std::string>& changes,
                                const std::vector<std::string>& classified,
                                const std::vector<int>& positions);

Result<std::vector<TargetRow>> parse_targets(std::string_view text, const std::string& name);
Result<std::vector<KnownChange>> parse_known_changes(std::string_view text,
                                                     const std::string& name);

}  // namespace kres::genome
