// Where the bases of an aligned entry stand on its contig.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "genome/pileup/site_counts.h"
#include "genome/protein/translated_align.h"
#include "genome/search/aligned.h"

namespace kres::genome {

inline constexpr std::uint32_t kNotThere = UINT32_MAX;

// For each base of the entry its 0-based position on the contig; kNotThere where the placement does
// not cover it or the contig lacks it.
std::vector<std::uint32_t> positions_of_entry(const AlignedPlacement& aligned);

// Three bases of a contig, the first one as the contig reads.
struct CodonPlace {
  std::uint32_t contig = 0, position = 0;
  bool reverse = false;  // the gene reads from the last to the first
};

// The codon of residues of a protein (0-based) that stands on the contig without a gap inside.
std::optional<CodonPlace> codon_of(const AlignedPlacement& aligned,
                                   const std::vector<std::uint32_t>& positions,
                                   std::uint32_t residue);
// Nothing also where the reading frame is lost, or a long insertion stands, before the residue.
std::optional<CodonPlace> codon_of(const TranslatedAlignment& aligned, std::uint32_t residue);

// Counts as the other strand sees them.
SiteCount turned(const SiteCount& site);

}  // namespace kres::genome
