#include "validation/allele_changes.h"

#include <algorithm>
#include <functional>

#include "sequence/nucleotides.h"

namespace kres::validation {

namespace {

bool known_sequence(const PanelGene& gene, const std::string& bases) {
  return bases == gene.sequence ||
         std::find(gene.relatives.begin(), gene.relatives.end(), bases) != gene.relatives.end();
}

bool known_protein(const PanelGene& gene, const std::string& bases) {
  const std::string protein = sequence::translate(bases);
  return protein == sequence::translate(gene.sequence) ||
         std::any_of(gene.relatives.begin(), gene.relatives.end(), [&](const std::string& other) {
           return sequence::translate(other) == protein;
         });
}

char amino_acid(const std::string& bases, std::size_t at) {
  return sequence::translate_codon(bases[at], bases[at + 1], bases[at + 2]);
}

// Tries a change at every codon from `from` to the last but one.
std::optional<std::string> first_good(
    const PanelGene& gene, std::size_t from,
    const std::function<std::optional<std::string>(std::size_t at)>& change) {
  for (std::size_t at = from; at + 6 <= gene.damaged().end; at += 3)
    if (auto changed = change(at)) return changed;
  return std::nullopt;
}

// Every codon that differs by one base from the one at `at`, until `accept` takes one.
std::optional<std::string> change_one_base(const std::string& bases, std::size_t at,
                                           const std::function<bool(const std::string&)>& accept) {
  for (std::size_t i = 0; i < 3; ++i)
    for (const char base : {'A', 'C', 'G', 'T'}) {
      if (base == bases[at + i]) continue;
      std::string changed = bases;
      changed[at + i] = base;
      if (amino_acid(changed, at) != '*' && accept(changed)) return changed;
    }
  return std::nullopt;
}

std::size_t differences(std::string_view a, std::string_view b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += a[i] != b[i];
  return count;
}

}  // namespace

std::optional<std::string> with_other_amino_acid(const PanelGene& gene, std::size_t from) {
  return first_good(gene, from, [&](std::size_t at) {
    return change_one_base(gene.sequence, at, [&](const std::string& changed) {
      return amino_acid(changed, at) != amino_acid(gene.sequence, at) &&
             !known_protein(gene, changed);
    });
  });
}

std::optional<std::string> with_silent_change(const PanelGene& gene, std::size_t from) {
  return first_good(gene, from, [&](std::size_t at) {
    return change_one_base(gene.sequence, at, [&](const std::string& changed) {
      return amino_acid(changed, at) == amino_acid(gene.sequence, at) &&
             !known_sequence(gene, changed);
    });
  });
}

std::optional<std::string> without_codon(const PanelGene& gene, std::size_t from) {
  return first_good(gene, from, [&](std::size_t at) -> std::optional<std::string> {
    std::string changed = gene.sequence;
    changed.erase(at, 3);
    if (known_protein(gene, changed)) return std::nullopt;
    return changed;
  });
}

std::optional<std::string> with_codon(const PanelGene& gene, std::size_t from) {
  return first_good(gene, from, [&](std::size_t at) -> std::optional<std::string> {
    std::string changed = gene.sequence;
    changed.insert(at, "GCT");
    if (known_protein(gene, changed)) return std::nullopt;
    return changed;
  });
}

std::optional<std::string> without_start(const PanelGene& gene) {
  std::string changed = gene.sequence;
  changed.replace(gene.damaged().start, 3, "ACG");
  for (const auto& other : gene.relatives)
    if (changed.find(other) != std::string::npos) return std::nullopt;
  return changed;
}

std::optional<std::string> mosaic(const PanelGene& gene, std::size_t cut) {
  for (const auto& other : gene.relatives) {
    if (other.size() != gene.sequence.size()) continue;
    if (differences(other, gene.sequence) > gene.sequence.size() / 10) continue;
    std::string mixed = gene.sequence.substr(0, cut) + other.substr(cut);
    if (!known_protein(gene, mixed) && !known_sequence(gene, mixed)) return mixed;
  }
  return std::nullopt;
}

std::string diverged(const PanelGene& gene, std::size_t per_cent, SeededRandom& random) {
  const auto& damaged = gene.damaged();
  std::string bases = gene.sequence;
  std::vector<bool> changed(bases.size(), false);
  for (std::size_t left = damaged.length() * per_cent / 100; left > 0;) {
    const std::size_t at = random.between(damaged.start + 3, damaged.end - 4);
    if (changed[at]) continue;
    const char before = bases[at];
    bases[at] = random.other_base(before);
    if (amino_acid(bases, at - (at - damaged.start) % 3) == '*') {
      bases[at] = before;
      continue;
    }
    changed[at] = true;
    --left;
  }
  return bases;
}

}  // namespace kres::validation
