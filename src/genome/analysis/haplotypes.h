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

// What lies across a place where a contig joins haplotypes that no read shows to be one is not
// assessable ("haplotypes_not_phased"): a gene that is no known allele, and a target with what
// follows from its loss. Single changes of a target stay: each stands in reads of its own.
void mark_unphased(GenomeResult& result, const LocalAssembly& assembly);

// A haplotype without an allele's name beside an intrinsic gene of the same name is the species'
// own, too, where both together have the depth of one copy: what few reads leave open at some base
// is no second gene. Requires: copies, and the intrinsic genes labelled.
void label_haplotypes(std::vector<Determinant>& determinants);

// Takes the allele's name from a haplotype with less than this share of the reads on its gene, and
// leaves open whether it works ("haplotypes_not_phased"): a base of which 2 % of the reads on all
// haplotypes or fewer tell is taken for an error of theirs (CleanLimits::rival_share), so that a
// contig through the rest of the rare one may be a mosaic, and that may be a known allele. The
// share leaves room for chance: of 1000 reads on a base 35 are expected, and 20 or fewer in one of
// 200. Requires: the shares.
inline constexpr double kLeastNamedShare = 0.035;
void leave_rare_unnamed(std::vector<Determinant>& determinants);

// Keeps one replicon of a name for each stretch of bases.
void keep_haplotypes(std::vector<Replicon>& replicons, const LocalAssembly& assembly);

}  // namespace kres::genome
