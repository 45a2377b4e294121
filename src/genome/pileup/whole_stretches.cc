#include "genome/pileup/whole_stretches.h"

#include <algorithm>

namespace kres::genome {

WholeStretches whole_stretches(std::span<const Read> reads, std::uint32_t least) {
  std::uint64_t known = 0, kept = 0, stretches = 0;
  for (const auto& read : reads)
    for (std::size_t start = 0; start < read.bases.size();) {
      const auto end = std::min(read.bases.find('N', start), read.bases.size());
      known += end - start;
      if (end - start >= std::max(least, 1U)) {
        kept += end - start;
        ++stretches;
      }
      start = end + 1;
    }
  if (stretches == 0) return {};
  return {static_cast<double>(kept) / static_cast<double>(stretches),
          static_cast<double>(kept) / static_cast<double>(known)};
}

}  // namespace kres::genome
