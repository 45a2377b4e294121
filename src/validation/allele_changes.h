// Changes that make an allele nobody described: checked against the known ones of the family.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "validation/panel_gene.h"
#include "validation/seeded_random.h"

namespace kres::validation {

// Positions are 0-based and the first base of a codon; the change is made there or at the next
// codon where the outcome is neither a known sequence nor (but for the silent change) a known
// protein. Nothing if there is no such place.
std::optional<std::string> with_other_amino_acid(const PanelGene& gene, std::size_t from);
std::optional<std::string> with_silent_change(const PanelGene& gene, std::size_t from);
std::optional<std::string> without_codon(const PanelGene& gene, std::size_t from);
std::optional<std::string> with_codon(const PanelGene& gene, std::size_t from);

// The first codon becomes ACG. Nothing if what follows is an allele of its own.
std::optional<std::string> without_start(const PanelGene& gene);

// The gene up to `cut`, then another allele of the same length that differs on both sides.
std::optional<std::string> mosaic(const PanelGene& gene, std::size_t cut);

// So many per cent of the damaged gene's bases changed at random; its start and stop codon stay, no
// stop codon arises in it.
std::string diverged(const PanelGene& gene, std::size_t per_cent, SeededRandom& random);

}  // namespace kres::validation
