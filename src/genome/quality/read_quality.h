// Measures reads while they pass: length, composition, quality, adapters.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "genome/quality/read_counts.h"
#include "genome/quality/read_sample.h"
#include "genome/result/read_quality.h"

namespace kres::genome {

// Reads of one mate in one file. All counts are whole numbers, so that neither the order of files
// nor the size of blocks changes a result.
class ReadMeter {
 public:
  void add(std::span<const sequence::FastqRecord> records);
  ReadMeter& operator+=(const ReadMeter& more);

  ReadSummary summary() const;
  std::uint64_t reads() const { return reads_; }
  std::vector<double> quality_by_cycle() const;
  std::vector<double> quality_of_reads() const;
  const ReadSample& sample() const { return sample_; }

 private:
  std::uint64_t reads_ = 0;
  ReadCounts counts_;
  ReadSample sample_;
  std::vector<std::uint64_t> short_lengths_ = std::vector<std::uint64_t>(4 * kCycles);
  std::map<std::uint64_t, std::uint64_t> long_lengths_;  // length -> reads, longer than those
};

struct MeasuredReads {
  std::string file;  // path as given
  std::string mate;  // 1 | 2 | single
  ReadMeter meter;
};

// Without insert size and depth, which only placed reads tell.
ReadQuality read_quality(const std::vector<MeasuredReads>& files);

}  // namespace kres::genome
