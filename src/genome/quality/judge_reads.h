// Whether reads are good enough, by their depth and by what was measured on them.
#pragma once

#include "genome/result/genome_result.h"

namespace kres::genome {

// Depths as in data/settings/reads_v1.tsv. Mean score, N and adapters: where FastQC fails or warns
// (an error in a hundred bases; 5 % of the bases; 5 % of the reads).
struct ReadLimits {
  double depth_fail = 15, depth_warn = 40;  // x
  double mean_quality_warn = 20;
  double n_percent_warn = 5, adapter_percent_warn = 5;
  double error_percent_fail = 100;  // of nanopore reads
};

// Sets the verdict and its reasons (codes with values, docs/formats/analysis.md).
// Requires: quality.reads and quality.depth.
void judge_reads(Quality& quality, const ReadLimits& limits = {});

}  // namespace kres::genome
