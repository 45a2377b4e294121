// What reads are like before anything is looked for in them. Part of GenomeResult.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kres::genome {

// Of one file or of all of them. Qualities are Phred scores; means are of the scores.
struct ReadSummary {
  std::uint64_t reads = 0, bases = 0;
  std::uint64_t shortest = 0, longest = 0;  // bases of a read
  double mean_length = 0;                   // bases
  std::uint64_t n50 = 0;                    // reads at least so long hold half of the bases
  double gc = 0;                            // per cent of A, C, G, T
  double n_percent = 0;                     // per cent of all bases that are not A, C, G, T
  double mean_quality = 0;
  double q20_percent = 0, q30_percent = 0;  // of all bases
  // Sampled reads that hold the first twelve bases of an adapter, per cent; none of long reads.
  std::optional<double> adapter_percent;
};

struct ReadFile {
  std::string file;  // its name without folders
  std::string mate;  // 1 | 2 | single; both of an interleaved file are listed
  ReadSummary summary;
};

// All reads of one mate.
struct ReadMate {
  std::string mate;  // 1 | 2 | single
  std::uint64_t reads = 0;
  // Mean of the first, second ... base of the reads; empty for nanopore.
  std::vector<double> quality_by_cycle;
};

struct ReadQuality {
  bool nanopore = false;
  // Of nanopore reads: single-base edits by which they differ from what they say together, per cent
  // of the bases; nothing if there was nothing to compare.
  std::optional<double> error_percent;
  ReadSummary all;
  std::vector<ReadFile> files;
  std::vector<ReadMate> mates;
  std::string adapter;                   // the one seen most: "TruSeq", "Nextera", empty if none
  std::uint64_t sampled = 0;             // reads that adapters and quality_of_bases are counted in
  std::vector<double> quality_of_bases;  // per cent of sampled bases with the score 0, 1, 2 ...
  std::vector<double> quality_of_reads;  // per cent of reads whose mean rounds down to 0, 1, 2 ...
  // Bases from end to end of a pair, and its quartiles.
  std::optional<double> insert_median, insert_low, insert_high;
  std::optional<double> estimated_depth;  // x, of the whole genome
  std::vector<std::string> notes;         // codes, see docs/formats/analysis.md
};

}  // namespace kres::genome
