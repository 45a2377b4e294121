// Joins the loci of one damaged copy: a gene whose middle was replaced or turned round aligns in
// parts.
#pragma once

#include <cstdint>
#include <vector>

#include "genome/search/found_locus.h"

namespace kres::genome {

// Moves a locus into the parts of a better one if its bases stand, on either strand, where the
// better one's alignment has its missing bases, give or take `tolerance` bases, and an entry of the
// same gene aligns there. Parts that end at a contig's end or a gap of N are left alone: what is
// missing between them was not read.
void gather_parts(std::vector<Locus>& loci, const SequenceIndex& index, std::int64_t tolerance);

}  // namespace kres::genome
