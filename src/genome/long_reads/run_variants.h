// Removes from a graph what differs from a neighbour only in the lengths of homopolymers.
#pragma once

#include "genome/reads/unitig_graph.h"

namespace kres::genome {

// Of two unitigs between the same neighbours that are equal but for the lengths of runs of one base
// the one of less depth goes, whatever its depth: noisy reads do not tell such copies apart.
void drop_run_variants(UnitigGraph& graph);

}  // namespace kres::genome
