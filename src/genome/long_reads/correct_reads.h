// Takes the errors out of noisy reads of one place: what few reads show gives way to what many do.
#pragma once

#include <cstdint>

#include "genome/reads/recruited_reads.h"

namespace kres::genome {

// Of two variants the rarer one is taken for an error below these shares, whichever is more.
struct ErrorLimits {
  double of_one_copy = 0.1;  // of the reads on one copy of the genome
  double of_rival = 0.05;    // of those on the other variant: in what has many copies
};

struct CorrectionOptions {
  int threads = 1;  // the result does not depend on it
  ErrorLimits errors;
  double single_copy = 0;  // how often k-mers without errors of one copy stand in the reads
};

struct CorrectedReads {
  RecruitedReads reads;
  // Edits between the reads as sequenced and as corrected, and the bases these are counted on.
  std::uint64_t edits = 0, bases = 0;

  double error_rate() const {
    return bases == 0 ? 0 : static_cast<double>(edits) / static_cast<double>(bases);
  }
};

// Each read follows its nearest way through the cleaned graph of k-mers (kCorrectingLength bases)
// that the reads make together. It keeps the variants of the copy it comes from, if enough reads
// show them, and its strand. A base that the read did not show itself gets the lowest quality, and
// so does a run of equal bases whose length was corrected: it counts for depth and for nothing
// else. Of two variants that differ in the lengths of such runs only the more frequent one is kept.
// What stands in no way of the graph is left out: a read may come back in several parts, its ends
// cut off, or not at all.
inline constexpr int kCorrectingLength = 25;
CorrectedReads correct_reads(const RecruitedReads& reads, const CorrectionOptions& options);

}  // namespace kres::genome
