// Where a protein may stand on a contig: runs of words in one frame each.
#pragma once

#include <cstdint>
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

  std::uint32_t residues() const {  // of the runs
    std::uint32_t sum = 0;
    for (const auto& run : runs) sum += run.residue_end - run.residue_start;
    return sum;
  }
  std::int64_t start() const { return runs.front().start(); }
  std::int64_t end() const { return runs.back().end(); }
};

}  // namespace kres::genome
