// How often reads cover a genome, from a sample of their k-mers.
#pragma once

#include "genome/reads/scan_reads.h"
#include "genome/reference/species_index.h"

namespace kres::genome {

// x, in bases: a read of L bases holds L - k + 1 k-mers. Which share of them holds no error is
// taken from the qualities. 0 if it is not known.
double estimate_depth(const ScannedReads& scan, const SpeciesIndex& index);

// How often noisy reads show a k-mer of one copy of the genome without an error, x. Most k-mers
// that were seen more than once are the genome's, and errors are too many for those of a sketch to
// be told from it. 0 if there are too few.
double whole_kmer_depth(const ScannedReads& scan);

// x, of the genome, in reads with so many errors a base.
double depth_with_errors(double whole_kmer_depth, int k, double error_rate);

}  // namespace kres::genome
