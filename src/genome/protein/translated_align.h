// A protein aligned with the translation of a stretch of a contig, lost frames and long insertions
// included.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genome/protein/translated_placement.h"

namespace kres::genome {

struct LostFrame {
  std::uint32_t residue = 0;  // residues of the protein before it
  int bases = 0;              // too many (1, 2) or too few (-1, -2)
};

struct LongInsertion {
  std::uint32_t residue = 0;  // residues of the protein before it
  std::uint32_t length = 0;   // bases
};

// Residue positions are 0-based, half-open; contig positions on the forward strand.
struct TranslatedAlignment {
  ProteinId protein = 0;
  bool reverse = false;
  std::uint32_t contig = 0;
  std::uint32_t contig_start = 0, contig_end = 0;
  std::uint32_t protein_length = 0;
  std::uint32_t protein_start = 0, protein_end = 0;  // covered part
  // Columns without long insertions: '-' is a gap, '*' an observed stop, 'X' a codon with an
  // unread base.
  std::string reference, observed;
  std::uint32_t matches = 0, mismatches = 0, inserted = 0, deleted = 0, unknown = 0;  // residues
  std::vector<LostFrame> lost_frames;
  std::vector<LongInsertion> insertions;
  bool start_off_contig = false, end_off_contig = false;  // residues are missing there
  bool starts = false;        // the first residue stands there with a codon that starts genes
  std::string rare_start;     // the codon there, if it is one that few genes start with
  bool stop_follows = false;  // a stop codon follows the last residue
  // What a ribosome reads from the first aligned codon on, up to the first stop or the contig's
  // end.
  std::string read_through;
  bool read_stops = false;  // a stop ended it

  double identity() const;  // per cent of columns that are read
  double coverage() const;  // per cent of the protein's residues that stand on the contig
  bool complete() const { return protein_start == 0 && protein_end == protein_length; }
  bool off_contig() const { return start_off_contig || end_off_contig; }
  std::uint32_t stop() const;  // residue of the first stop inside, 1-based; 0 if there is none
};

// `contig` is the placement's; an insertion of at least `interruption` bases is a LongInsertion.
TranslatedAlignment align_translated(const TranslatedPlacement& placement,
                                     const ProteinIndex& index, std::string_view contig,
                                     std::int64_t interruption);

}  // namespace kres::genome
