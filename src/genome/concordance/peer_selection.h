// Chooses among alignments as ResFinder 4.3 does for one class file: what it reports and what not.
//
// Behaviour, in words: alignments are taken in turn and compared with those kept so far. On the
// same contig, those that share at least 30 bases compete: on exactly the same bases the higher
// identity wins and equals are both kept; otherwise identity times coverage decides, then length.
// Several alignments of one entry add up, wherever they stand, once one of them gave bases that
// another lacked; then every piece counts the joint coverage. What covers less than 60 % is left
// out at the end.
#pragma once

#include <string>
#include <vector>

#include "genome/concordance/peer_hits.h"

namespace kres::genome {

struct PeerLimits {
  double least_coverage = 0.6;  // share of the entry, joint where several alignments add up
  double least_identity = 90;   // per cent
  long allowed_overlap = 30;    // contig bases that two entries may share without competing
};

struct PeerSelection {
  std::vector<PeerHit> hits;  // in the order of the report
  // The peer itself stops here with an error and reports nothing: pieces of an entry are added up
  // of which one was dropped before.
  bool peer_fails = false;
};

// Requires: all hits are of one class file, in the order of PeerSearch over all contigs in turn.
PeerSelection select_as_peer(const std::vector<PeerHit>& hits, const PeerLimits& limits);

}  // namespace kres::genome
