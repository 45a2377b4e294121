// A placement aligned base by base: what the entry and the contig share, and where they differ.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/align/pairwise.h"
#include "genome/search/placement.h"

namespace kres::genome {

// A long insertion inside an entry (an insertion sequence, for example); not part of identity.
struct Interruption {
  std::uint32_t entry_position = 0;  // entry bases before it
  std::uint32_t length = 0;          // bases
};

// Entry positions are 0-based, half-open, in the entry's own direction; contig positions on the
// forward strand.
struct AlignedPlacement {
  EntryId entry = 0;
  bool reverse = false;
  std::uint32_t contig = 0;
  std::uint32_t contig_start = 0, contig_end = 0;
  std::uint32_t entry_length = 0;
  std::uint32_t entry_start = 0, entry_end = 0;  // covered part
  std::uint32_t matches = 0, mismatches = 0, inserted = 0, deleted = 0;
  // Those of the deleted bases that a long deletion took: absent, not different.
  std::uint32_t long_deleted = 0;
  std::uint32_t unknown =
      0;  // entry bases that face an N of the contig: neither equal nor different
  std::vector<Column> columns;  // over the covered part, without interruptions
  std::vector<Interruption> interruptions;
  // The entry's first bases are missing because the contig ends there, or goes on with a gap of N.
  bool start_off_contig = false;
  bool end_off_contig = false;  // the same for its last bases
  int score = 0;                // orders placements of one locus

  double identity() const;  // per cent of alignment columns, long deletions left out
  double coverage() const;  // per cent of the entry's bases that stand on the contig
  bool complete() const { return entry_start == 0 && entry_end == entry_length; }
  bool exact() const { return matches == entry_length && inserted == 0 && interruptions.empty(); }
  bool off_contig() const { return start_off_contig || end_off_contig; }
};

struct AlignLimits {
  std::uint32_t interruption = 40;  // insertions of at least this length are interruptions,
                                    // and deletions of at least this length long
  std::uint32_t contig_end = 3;     // a missing end this near to the contig's end is off the contig
};

AlignedPlacement align_placement(const Placement& placement, const SequenceIndex& index,
                                 std::string_view contig, const AlignLimits& limits);

// The contig's bases under the placement, in the entry's direction.
std::string observed_sequence(const AlignedPlacement& aligned, std::string_view contig);

}  // namespace kres::genome
