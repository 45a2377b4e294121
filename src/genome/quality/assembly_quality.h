// Size and contiguity of an assembly, judged against its species.
#pragma once

#include "genome/result/genome_result.h"
#include "sequence/assembly.h"

namespace kres::genome {

// Expected size and GC of the species; zero maxima mean "unknown species".
struct ExpectedGenome {
  double length_min = 0, length_max = 0;  // megabases
  double gc_min = 0, gc_max = 0;          // per cent
};

struct QualityLimits {
  double n50_min = 20000, contigs_max = 500, n_percent_max = 1;
  std::uint64_t contig_counted = 500;  // bases
};

Quality measure_assembly(const sequence::Assembly& assembly, const QualityLimits& limits);

// Sets the verdict and its reasons (codes with values, docs/formats/analysis.md): length outside
// the expected range warns, outside twice its margin fails; N50, contigs and N share beyond their
// limits fail.
void judge_assembly(Quality& quality, const ExpectedGenome& expected, const QualityLimits& limits);

}  // namespace kres::genome
