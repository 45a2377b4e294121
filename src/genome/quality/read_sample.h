// What is looked at in a fixed sample of the reads only: adapters, and how often each score is.
#pragma once

#include <array>
#include <cstdint>

#include "genome/quality/read_counts.h"

namespace kres::genome {

struct ReadSample {
  std::uint64_t reads = 0;
  std::uint64_t short_reads = 0;  // those of up to 600 bases, in which adapters are looked for
  std::uint64_t with_truseq = 0, with_nextera = 0, with_adapter = 0;
  std::array<std::uint64_t, kScores> bases_of_score{};

  void add(const sequence::FastqRecord& record);
  ReadSample& operator+=(const ReadSample& more);
};

// Every 64th read of a file, the first one included.
inline constexpr std::uint64_t kSampledRead = 64;

}  // namespace kres::genome
