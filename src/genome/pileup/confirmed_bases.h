// Which bases of contigs made from noisy reads the reads confirm.
#pragma once

#include <span>
#include <vector>

#include "genome/pileup/reads.h"
#include "sequence/contig.h"

namespace kres::genome {

// A base is confirmed if this share of the reads over it shows it, and on each strand so many; and
// if it is not part of a run of equal bases longer than can be counted.
struct ConfirmLimits {
  double share = 0.7;
  std::uint32_t strand_reads = 2;
  std::uint32_t longest_run = 8;  // bases
  int least_quality = 1;          // Phred score from which on a read shows a base
};

// By contig, one flag a base. Reads that fit several contigs equally well confirm all of them:
// haplotypes share what is equal between them.
std::vector<std::vector<bool>> find_confirmed(std::span<const Read> reads,
                                              const std::vector<sequence::ContigSequence>& contigs,
                                              const ConfirmLimits& limits);

}  // namespace kres::genome
