// All reads on one locus, over all its haplotypes.
#pragma once

#include <string>
#include <vector>

#include "genome/pileup/depths.h"
#include "genome/pileup/site_counts.h"
#include "genome/reference/read_settings.h"
#include "genome/reference/sequence_index.h"
#include "genome/result/genome_result.h"
#include "genome/search/aligned.h"

namespace kres::genome {

// One gene and every place where it stands on the contigs; haplotypes of one strain, or of several,
// each have their own. The first place is the one that a result names. Not empty.
struct LocusPlaces {
  std::string label;  // "klebsiella/gapA"
  std::vector<AlignedPlacement> places;
};

// Counts at each base of the first place's entry, in its direction, summed over all places. A base
// that a haplotype lacks counts as missing in its reads. Places whose entry has another length are
// aligned with the first one's.
std::vector<SiteCount> pile_up(const LocusPlaces& locus, const std::vector<ContigCounts>& counts,
                               const SequenceIndex& index);

// Over the bases that the first place covers.
MeasuredDepth depth_of(const std::vector<SiteCount>& pile, const AlignedPlacement& first);

// Of the base whose share is in the middle of all bases that show a second letter (or none, or more
// bases behind it) in as large a share of the reads, and in as many, on both strands, as the
// settings ask for a second allele; nothing (no reads) if there is none.
AlternativeReads second_allele(const std::vector<SiteCount>& pile, const ReadSettings& settings);

// Share and interval of alternative reads.
AlternativeReads alternative_reads(std::uint32_t reads, const StrandCount& alternative);

}  // namespace kres::genome
