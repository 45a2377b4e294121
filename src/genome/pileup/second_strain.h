// A second strain of the same species in the reads, and the findings that may be its own.
#pragma once

#include <vector>

#include "genome/pileup/depths.h"
#include "genome/pileup/locus_pile.h"
#include "genome/reference/read_settings.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

// One pile a locus, in the order of the loci. Single-copy loci with a second allele go to the
// contamination, whose verdict becomes worse with their number; the share of the second strain is
// that of its reads at all of them together.
void add_second_alleles(Contamination& contamination, const std::vector<LocusPlaces>& loci,
                        const std::vector<std::vector<SiteCount>>& piles,
                        const ReadSettings& settings);

// Marks determinants whose depth is that of a contaminant. Of a genome alone every gene has a copy,
// of a mixture with the share f of a second strain every gene of the first one has 1 - f: what is
// surely below minor_copies of the settings is minor, and so is what is surely below 1 - f and not
// surely above minor_gene_copies * f. Mutations of single-copy genes go by their share of the
// reads, in the same way. f is the upper bound of the second strain's share, or the share of a
// second species if larger.
//
// Where a second genome is seen, its depth decides instead: a gene is minor if it is surely
// (at 99.5 %, one-sided) below one copy of the isolate's own depth and not surely above
// minor_gene_copies of the second one's: loci that both genomes hold have the depth of both, loci
// of one species that of one, and `single`, which copies are counted by, may be either, or be
// spread over both. The depth of one genome spreads as its sampled places do, by 5 % at least.
void mark_minor(std::vector<Determinant>& determinants, const Contamination& contamination,
                const SingleCopyDepth& single, const ReadSettings& settings);

}  // namespace kres::genome
