// Finds stretches of a contig that, translated in any of its six frames, share words with reference
// proteins.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "genome/protein/translated_placement.h"

namespace kres::genome {

struct TranslatedLimits {
  std::int64_t largest_insertion = 6000;  // bases between two runs of one copy
  std::uint32_t least_words = 2;
  double least_equal = 0.15;        // share of the protein,
  std::uint32_t enough_equal = 25;  // or so many residues of a target, which a contig end may cut
};

// `wanted` says for each protein whether it is searched. Runs are extended along their frame while
// most residues are equal. Ordered by protein, strand and start.
std::vector<TranslatedPlacement> scan_translated(std::string_view contig, std::uint32_t number,
                                                 const ProteinIndex& index,
                                                 const std::vector<char>& wanted,
                                                 const TranslatedLimits& limits);

}  // namespace kres::genome
