// The stretches of a contig that hold an entry: one, or several around interruptions.
#pragma once

#include <string>
#include <vector>

#include "genome/result/genome_result.h"
#include "genome/search/aligned.h"

namespace kres::genome {

// From the first covered base of the entry to the last, whatever lies between.
Piece piece_of(const AlignedPlacement& aligned, const std::string& contig);

// The stretches between interruptions, in the direction of the entry.
std::vector<Piece> pieces_of(const AlignedPlacement& aligned, const std::string& contig);

}  // namespace kres::genome
