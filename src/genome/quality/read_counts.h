// Counts bases and sums up qualities of reads.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "sequence/fastq_record.h"

namespace kres::genome {

inline constexpr std::size_t kCycles = 512;  // bases from the start of a read that are told apart
inline constexpr std::size_t kScores = 94;   // Phred scores that FASTQ can write

struct ReadCounts {
  std::uint64_t bases = 0;
  std::uint64_t known = 0;                          // A, C, G and T or U, upper or lower case
  std::uint64_t gc = 0;                             // G and C
  std::uint64_t quality = 0;                        // sum of the scores
  std::uint64_t q20 = 0, q30 = 0;                   // bases with at least this score
  std::array<std::uint64_t, kCycles> quality_at{};  // sum of the scores of this base of the reads
  std::array<std::uint64_t, kScores> reads_of_mean{};  // by the mean score, rounded down

  ReadCounts& operator+=(const ReadCounts& more);
};

// Reads without bases have no mean score and are left out of reads_of_mean.
void count_reads(std::span<const sequence::FastqRecord> records, ReadCounts& counts);

// The same on any processor: what the way for particular ones is tested against.
void count_reads_plain(std::span<const sequence::FastqRecord> records, ReadCounts& counts);

// The same on processors with AVX-512 (F, BW), 64 bases at a time. Requires:
// has_wide_read_counts().
bool has_wide_read_counts();
void count_reads_wide(std::span<const sequence::FastqRecord> records, ReadCounts& counts);

// The same on processors with AVX2, 32 bases at a time. Requires: has_avx2_read_counts().
bool has_avx2_read_counts();
void count_reads_avx2(std::span<const sequence::FastqRecord> records, ReadCounts& counts);

}  // namespace kres::genome
