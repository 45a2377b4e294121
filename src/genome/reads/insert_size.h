// How long the fragments were that pairs of reads are the ends of.
#pragma once

#include <optional>
#include <vector>

#include "genome/reads/recruited_reads.h"
#include "sequence/contig.h"

namespace kres::genome {

// Bases from end to end: median and quartiles.
struct InsertSize {
  double low = 0, median = 0, high = 0;
};

// Of pairs that stand without a difference at their ends on one contig, pointing at each other, the
// first at least kLongestInsert bases before the contig's end, so that longer fragments are not
// left out for want of room. Nothing if there are fewer than a hundred such pairs.
inline constexpr std::size_t kLongestInsert = 1000;
std::optional<InsertSize> measure_insert_size(const RecruitedReads& reads, const Mates& mates,
                                              const std::vector<sequence::ContigSequence>& contigs);

}  // namespace kres::genome
