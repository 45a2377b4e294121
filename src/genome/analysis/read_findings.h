// Hands the recruited reads to those who draw evidence from them.
#pragma once

#include <vector>

#include "genome/analysis/decisions.h"
#include "genome/pileup/read_evidence.h"
#include "genome/reads/scan_reads.h"

namespace kres::genome {

// As they are placed: long ones in pieces, which stand for themselves. Views of `recruited`.
std::vector<Read> reads_to_place(const RecruitedReads& recruited, const Mates& mates);

// Views of everything it is given, which must outlive it.
class ReadFindings {
 public:
  ReadFindings(std::vector<Read> reads, const SearchedContigs& searched, const Knowledge& knowledge,
               const ReadSettings& settings, const GenomeResult& result, int threads);

  // What it stands on is said by genome/pileup/read_evidence.h.
  void add_evidence(GenomeResult& result) const { add_read_evidence(result, input_); }
  void add_limits(GenomeResult& result) const { add_detection_limits(result, input_); }

 private:
  std::vector<Read> reads_;
  ReadEvidenceInput input_;
};

}  // namespace kres::genome
