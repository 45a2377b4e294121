// The genes of the validation panel: data/validation/families.tsv with their sequences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::validation {

struct Stretch {
  std::size_t start = 0, end = 0;
  std::size_t length() const { return end - start; }
};

struct PanelGene {
  std::string family;    // "KPC"
  std::string entry;     // name in the reference set, "blaKPC-2"
  std::string pattern;   // glob on names of the family's entries
  std::string critical;  // carbapenemase | mcr | van | 16s_methylase | oxazolidinone
  // Reading frames of the entry, 0-based and half-open; the first is the one that is damaged.
  // After find_sequences there is at least one.
  std::vector<Stretch> genes;
  std::string sequence;
  std::vector<std::string> relatives;  // other entries that match the pattern

  const Stretch& damaged() const { return genes.front(); }
  bool is_cluster() const { return genes.size() > 1; }
};

// Columns family, entry, relatives, critical, genes. Without sequences.
Result<std::vector<PanelGene>> parse_panel_genes(std::string_view text, const std::string& name);

// A named sequence of a reference set.
struct NamedSequence {
  std::string_view name, sequence;
};

// Fills sequence (the first entry of that name) and relatives. Fails if an entry is not
// there or a reading frame does not begin and end with start and stop codon.
Result<void> find_sequences(std::vector<PanelGene>& genes,
                            const std::vector<NamedSequence>& reference);

}  // namespace kres::validation
