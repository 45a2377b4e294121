// Finds pieces at contig ends that together make up one gene.
#pragma once

#include <cstdint>
#include <vector>

#include "genome/reference/settings.h"
#include "genome/search/locus.h"

namespace kres::genome {

// Pieces of one entry on several contig ends, in the order of the entry.
struct PieceChain {
  std::vector<std::size_t> loci;         // positions in the input, one per piece
  std::vector<AlignedPlacement> pieces;  // all aligned to the same entry; at least two
  std::vector<EntryId> ties;             // entries for which the same loci fit equally well
  int score = 0;

  std::uint32_t overlap() const;    // entry bases that stand on two neighbouring pieces
  std::int64_t widest_gap() const;  // entry bases between neighbours; negative if all overlap
};

// Chains of loci that run off their contigs: each piece but the last ends where its contig does,
// each but the first begins there, each goes on further in the entry, and neighbours leave a gap
// or overlap within the settings. The best chain of every set of loci, best first.
std::vector<PieceChain> chain_pieces(const std::vector<Locus>& loci, const Settings& settings);

}  // namespace kres::genome
