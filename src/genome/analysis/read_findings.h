// Hands the recruited reads to those who draw evidence from them.
#pragma once

#include <vector>

#include "genome/analysis/decisions.h"
#include "genome/pileup/read_evidence.h"
#include "genome/reads/scan_reads.h"

namespace kres::genome {

// Views of everything it is given, which must outlive it.
class ReadFindings {
 public:
  ReadFindings(const ScannedReads& scan, const SearchedContigs& searched,
               const Knowledge& knowledge, const GenomeResult& result);

  // What it stands on is said by genome/pileup/read_evidence.h.
  void add_evidence(GenomeResult& result) const { add_read_evidence(result, input_); }
  void add_limits(GenomeResult& result) const { add_detection_limits(result, input_); }

 private:
  std::vector<Read> reads_;
  ReadEvidenceInput input_;
};

}  // namespace kres::genome
