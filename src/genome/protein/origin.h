// Genes across the origin of a circular contig, seen in the stretch where its end meets its start.
#pragma once

#include <cstdint>
#include <vector>

#include "genome/protein/translated_align.h"
#include "sequence/contig.h"

namespace kres::genome {

// The end and the start of a circular contig side by side.
struct Junction {
  std::uint32_t contig = 0;
  std::uint32_t contig_length = 0;
  std::uint32_t before = 0;  // bases of the contig's end that come first
  std::string bases;
};

// One for every circular contig that is longer than its junction; `reach` bases to either side.
std::vector<Junction> junctions_of(const std::vector<sequence::ContigSequence>& contigs,
                                   std::size_t reach);

// Whether an alignment in the junction's bases lies on both sides of the origin.
bool spans(const Junction& junction, const TranslatedAlignment& aligned);

// The alignment in positions of the contig: contig_end is smaller than contig_start.
// Requires: it spans the junction.
TranslatedAlignment on_contig(const Junction& junction, TranslatedAlignment aligned);

// Whether two alignments share bases of one contig, across the origin too.
bool share_bases(const TranslatedAlignment& a, const TranslatedAlignment& b);

}  // namespace kres::genome
