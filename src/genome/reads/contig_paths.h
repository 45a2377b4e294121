// Walks through the unitigs of a graph so that each is part of a contig.
#pragma once

#include <vector>

#include "genome/reads/unitig_graph.h"

namespace kres::genome {

// Paths that together hold every unitig. Each starts from the deepest unitig that no path holds yet
// and goes on over the branches that fit its depth and are not yet held; where several unitigs meet
// it goes on for at most `reach` bases, so that a gene with a variant inside is still whole.
std::vector<std::vector<Oriented>> cover_by_paths(const UnitigGraph& graph, std::size_t reach);

}  // namespace kres::genome
