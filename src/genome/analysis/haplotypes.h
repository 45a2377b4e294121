// One call for each haplotype, where contigs assembled from reads share bases.
#pragma once

#include <vector>

#include "genome/reads/local_assembly.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

// Contigs of a local assembly share the bases that haplotypes have in common, so one gene is found
// on several of them, and paths that cross over between haplotypes show alleles that are not there.
// Keeps the fewest genes that explain every part of the contigs, exact alleles before others.
void keep_haplotypes(std::vector<Determinant>& determinants, const LocalAssembly& assembly);

// The same for replicons: one for each stretch of bases.
void keep_haplotypes(std::vector<Replicon>& replicons, const LocalAssembly& assembly);

// Mean depth (x) of the bases of a finding; 0 if it is on none of the contigs.
double depth_of(const Determinant& determinant, const LocalAssembly& assembly,
                double bases_per_kmer);

}  // namespace kres::genome
