// Where the result of reads and that of an assembly differ, and how.
#pragma once

#include <cstdint>
#include <vector>

#include "genome/result/genome_result.h"

namespace kres::genome {

struct Comparison {
  std::uint32_t agreeing = 0;             // statements that both make
  std::vector<Disagreement> differences;  // by subject and name
};

// Compares species, types, determinants, targets, van verdicts, replicons and predictions, whatever
// contigs they stand on. Equal copies count once: how many there are is not compared.
// Reasons: assembly_cut  reads_cut (a contig end stands in the way of one of them)
//          assembly_has_more  reads_have_more (beside what both say of this gene)
//          only_in_assembly  only_in_reads  said_differently
Comparison compare(const GenomeResult& reads, const GenomeResult& assembly);

}  // namespace kres::genome
