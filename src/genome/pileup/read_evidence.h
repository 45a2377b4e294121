// The entry to all that only reads tell: what a result made from local contigs gains by the reads
// that these were assembled from.
#pragma once

#include "genome/pileup/evidence_input.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

// Places the reads on the contigs and fills:
//   read_evidence           reads recruited and placed, single-copy depth and its spread, loci
//   determinants            depth; of genes copies with interval, and their share where several
//                           haplotypes of one gene stand there; of mutations their share; minor;
//                           new ones for catalogued changes that reads call and no contig shows
//   targets                 depth
//   fractions               catalogued codons and promoter bases (codon_sites.h)
//   ribosomal               k of n copies (ribosomal_fractions.h)
//   contamination           second alleles, the second strain's share (second_strain.h)
// Below depth_genes only the presence of genes is told: mutations are not assessable then (reason
// "depth:X"), and neither are targets. Where no single-copy locus was measured, the depth that
// k-mers tell counts for what is found, but nothing shows that a gene would have been: the quality
// fails (no_single_copy_locus).
//
// Requires: species, mlst, determinants, targets and ribosomal as a search of `input.contigs` gave
// them, one determinant for each haplotype. New determinants have no context and stand last, so
// contexts and order are settled afterwards.
void add_read_evidence(GenomeResult& result, const ReadEvidenceInput& input);

// How far a negative can be trusted. Requires: add_read_evidence() and the negatives.
// Each gets the depth, the chance to have missed a gene of its family in one copy (the longest one
// of the set, detection.h), and a state: `not_assessable` (basis depth_not_known) where no depth is
// measured, `not_covered` (basis reads:DEPTHx) below depth_genes or where that chance is above
// negative_miss, otherwise `absent_covered`. The depth is that of the poorest twentieth of loci:
// the single-copy depth divided by exp(1.645 * spread). Adds a negative "23S" where reads assess
// the RNA and call no mutation that resists, with the chance to have missed one mutant copy.
void add_detection_limits(GenomeResult& result, const ReadEvidenceInput& input);

}  // namespace kres::genome
