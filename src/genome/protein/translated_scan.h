// Finds stretches of a contig that, translated in any of its six frames, share words with reference
// proteins.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "genome/reference/protein_index.h"

namespace kres::genome {

// Words of one protein in one frame without a gap: position = diagonal + 3 * residue.
// Positions count bases from the start of the strand it is read on: on the reverse strand from the
// contig's end.
struct FrameRun {
  std::int64_t diagonal = 0;
  std::uint32_t residue_start = 0, residue_end = 0;  // of the protein, 0-based, half-open
  std::uint32_t words = 0;

  std::int64_t start() const { return diagonal + 3 * std::int64_t{residue_start}; }
  std::int64_t end() const { return diagonal + 3 * std::int64_t{residue_end}; }
};

// One copy of a protein, whole or in part: its runs in order, along the strand and the protein.
struct TranslatedPlacement {
  ProteinId protein = 0;
  bool reverse = false;
  std::uint32_t contig = 0;
  std::vector<FrameRun> runs;
  std::uint32_t equal = 0;  // residues of the runs that are equal to the protein's

  std::uint32_t residues() const;  // of the runs
  std::int64_t start() const { return runs.front().start(); }
  std::int64_t end() const { return runs.back().end(); }
};

struct TranslatedLimits {
  std::int64_t largest_insertion = 6000;  // bases between two runs of one copy
  std::uint32_t least_words = 2;
  double least_equal = 0.15;  // share of the protein
};

// Every codon position of each frame is a multiple of this: one word in four is looked up, which
// still meets a protein of 60 residues at 70 % identity about once and one of 250 five times.
inline constexpr int kCodonStride = 4;

// `wanted` says for each protein whether it is searched. Runs are extended along their frame while
// most residues are equal. Ordered by protein, strand and start.
std::vector<TranslatedPlacement> scan_translated(std::string_view contig, std::uint32_t number,
                                                 const ProteinIndex& index,
                                                 const std::vector<char>& wanted,
                                                 const TranslatedLimits& limits);

}  // namespace kres::genome
