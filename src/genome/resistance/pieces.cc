#include "genome/resistance/pieces.h"

namespace kres::genome {

namespace {

// Covered entry bases, and how many contig bases lie before and after them in the entry's
// direction.
struct Stretch {
  std::uint32_t entry_start, entry_end;
  std::uint32_t contig_from, contig_to;  // half-open, counted from the first base of the placement
};

std::vector<Stretch> stretches_of(const AlignedPlacement& aligned) {
  std::vector<Stretch> stretches;
  std::uint32_t entry = aligned.entry_start, contig = 0;
  Stretch open{entry, entry, 0, 0};
  auto interruption = aligned.interruptions.begin();
  for (const Column column : aligned.columns) {
    if (interruption != aligned.interruptions.end() && interruption->entry_position == entry) {
      stretches.push_back({open.entry_start, entry, open.contig_from, contig});
      contig += interruption->length;
      open = {entry, entry, contig, contig};
      ++interruption;
    }
    entry += column == Column::insertion ? 0 : 1;
    contig += column == Column::deletion ? 0 : 1;
  }
  stretches.push_back({open.entry_start, entry, open.contig_from, contig});
  return stretches;
}

}  // namespace

Piece piece_of(const AlignedPlacement& aligned, const std::string& contig) {
  return {.contig = contig,
          .start = aligned.contig_start + 1,
          .end = aligned.contig_end,
          .strand = aligned.reverse ? '-' : '+',
          .reference_start = aligned.entry_start + 1,
          .reference_end = aligned.entry_end,
          .at_contig_end = aligned.off_contig()};
}

std::vector<Piece> pieces_of(const AlignedPlacement& aligned, const std::string& contig) {
  if (aligned.interruptions.empty()) return {piece_of(aligned, contig)};
  std::vector<Piece> pieces;
  for (const Stretch& stretch : stretches_of(aligned)) {
    Piece piece = piece_of(aligned, contig);
    piece.start = aligned.reverse ? aligned.contig_end - stretch.contig_to + 1
                                  : aligned.contig_start + stretch.contig_from + 1;
    piece.end = aligned.reverse ? aligned.contig_end - stretch.contig_from
                                : aligned.contig_start + stretch.contig_to;
    piece.reference_start = stretch.entry_start + 1;
    piece.reference_end = stretch.entry_end;
    pieces.push_back(piece);
  }
  pieces.front().at_contig_end = aligned.start_off_contig;
  pieces.back().at_contig_end = aligned.end_off_contig;
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) pieces[i].at_contig_end = false;
  return pieces;
}

}  // namespace kres::genome
