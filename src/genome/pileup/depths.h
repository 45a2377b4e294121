// Depth of loci, and from it the number of copies.
#pragma once

#include <cstdint>
#include <vector>

namespace kres::genome {

// Middle value; the mean of the two middle ones of an even number. 0 of none.
double median(std::vector<double> values);

// Depth of one locus: median over its bases.
struct MeasuredDepth {
  double depth = 0;         // x
  std::uint32_t bases = 0;  // of the locus
};

struct SingleCopyDepth {
  double depth = 0;        // median of the loci, x; 0: not known
  double spread = 0;       // standard deviation of the logarithm of their depths beyond chance
  double reads = 0;        // on all of them
  double read_length = 0;  // mean
};

// How reads are counted: as many as would give the depth of all bases of the loci. The spread comes
// from the median absolute deviation of the logarithms of the depths, so that a locus that is there
// twice does not count; what counting alone would give (1 / reads, Poisson) is taken off. Of fewer
// than three loci it is not known: kUnknownSpread.
SingleCopyDepth single_copy_depth(const std::vector<MeasuredDepth>& loci, double read_length);

// Which loci have the depth of the genome that most of the `typed` ones are from (all, if fewer
// than three are typed): half of their median to twice it. In a mixed sample the rest are the
// other's.
std::vector<char> loci_of_one_genome(const std::vector<MeasuredDepth>& loci,
                                     const std::vector<char>& typed);

// Depths of loci of one copy differ by some ten per cent in ordinary libraries.
inline constexpr double kUnknownSpread = 0.15;

struct CopyNumber {
  double copies = 0, low = 0, high = 0;
};

// Copies of a locus by its depth, with the 95 % interval of a ratio of counts on the logarithmic
// scale, whose variance is 1 / reads on the locus + 1 / reads on the single-copy loci + spread^2.
// Requires: single.depth > 0.
CopyNumber copy_number(const MeasuredDepth& locus, const SingleCopyDepth& single);

}  // namespace kres::genome
