// Removes from a graph of reads what sequencing errors put there.
#pragma once

#include "genome/reads/unitig_graph.h"

namespace kres::genome {

struct CleanLimits {
  // A side branch, a dead end or a link with less than this share of its neighbours' depth is an
  // error or a minor variant; variants below it are counted later, where reads are placed.
  double minor_share = 0.1;
  // A branch of at least this depth (mean k-mer count) stays beside any neighbour that is not so
  // deep that errors alone could make it (kErrorShare): a chromosomal gene beside its relative on a
  // plasmid of many copies. 0: not known.
  double single_copy = 0;
};

// Drops dead ends, side branches and links of little depth, then joins what is left.
void clean_graph(UnitigGraph& graph, const CleanLimits& limits);

}  // namespace kres::genome
