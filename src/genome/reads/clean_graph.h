// Removes from a graph of reads what sequencing errors put there.
#pragma once

#include "genome/reads/unitig_graph.h"

namespace kres::genome {

// A branch, dead end or link beside a rival goes if it has less depth than these shares, whichever
// is most; what goes is counted later, where reads are placed.
struct CleanLimits {
  double single_copy = 0;           // mean k-mer count of one copy; 0: not known
  double single_copy_share = 0.35;  // an isolate's own gene has at least one copy
  double rival_share = 0.02;        // so often reads have one and the same error, generously
  double unknown_share = 0.1;       // of the rival's depth, where that of one copy is not known
};

// Drops dead ends, side branches and links of little depth, then joins what is left.
void clean_graph(UnitigGraph& graph, const CleanLimits& limits);

}  // namespace kres::genome
