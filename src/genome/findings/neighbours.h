// What else stands on the contig of a determinant, and how far away.
#pragma once

#include <vector>

#include "genome/result/genome_result.h"

namespace kres::genome {

// Fills context.neighbours of every determinant with a place: genes and insertions within
// `distance` bases, replicons wherever they stand on the contig; nearest first. On a circular
// contig the shorter way counts. Upstream and downstream are as the determinant reads.
void add_neighbours(GenomeResult& result, std::uint64_t distance);

}  // namespace kres::genome
