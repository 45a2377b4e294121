// How likely reads would miss what is there: the limit of detection of a negative.
#pragma once

#include <cstdint>

namespace kres::genome {

// A gene in reads that begin anywhere with equal chance.
struct GeneInReads {
  double depth = 0;           // x, of one copy
  double read_length = 0;     // bases, mean
  std::uint32_t gene = 0;     // bases
  std::uint32_t overlap = 0;  // bases in a row that a read must hold to tell of them
  std::uint32_t reads = 1;    // that every such stretch of the gene needs
};

// At most how likely some stretch of `overlap` bases of the gene is held by fewer than `reads`
// reads, so that the gene is not found whole.
//
// Reads begin at a rate of r = depth / read_length a base, and a stretch is held by those that
// begin in the read_length - overlap + 1 bases before its end: their number N is Poisson with the
// mean m = r * (read_length - overlap + 1). Along the gene N goes up by one with each read that
// begins and down by one with each that ends (an M/D/infinity queue: Lander and Waterman 1988,
// doi 10.1016/0888-7543(88)90007-9). It is too low somewhere if it is so at the first stretch, or
// if it falls from `reads` to one below somewhere in the rest; it falls as often as it rises, at a
// rate of r * P(N = reads - 1). The sum of both is an upper bound, and near the truth where it is
// small. 1 if a read is shorter than the overlap or the depth is not above 0.
double chance_to_miss_gene(const GeneInReads& gene);

// A base that is changed in some of the copies of a gene that lie on top of each other.
struct CopiesInReads {
  std::uint32_t reads = 0;         // that tell something at the base, of all copies
  std::uint32_t copies = 0;        // of the gene
  std::uint32_t changed = 1;       // of them
  std::uint32_t strand_reads = 0;  // alternative reads needed on each strand
  double fraction = 0;             // share needed, 0-1
  double lower_bound = 0;          // that the lower 95 % Wilson bound of the share must be above
};

// Whether so many alternative reads are called.
bool is_called(const CopiesInReads& rule, std::uint32_t forward, std::uint32_t reverse);

// How likely the change is not called: reads come from each copy, and from each strand, with equal
// chance (binomial). 1 if there are no reads or copies.
double chance_to_miss_copies(const CopiesInReads& copies);

}  // namespace kres::genome
