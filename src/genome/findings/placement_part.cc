#include "genome/findings/placement_part.h"

#include <algorithm>

namespace kres::genome {

namespace {

// Contig bases of the whole placement before and up to the end of the part, in the entry's
// direction.
struct Range {
  std::uint32_t from = 0, to = 0;
};

void count(AlignedPlacement& part) {
  for (const Column column : part.columns) {
    part.matches += column == Column::match;
    part.mismatches += column == Column::mismatch;
    part.unknown += column == Column::unknown;
    part.inserted += column == Column::insertion;
    part.deleted += column == Column::deletion;
  }
}

// Fills columns and interruptions that lie inside the part.
Range cut_columns(const AlignedPlacement& whole, std::uint32_t start, std::uint32_t end,
                  AlignedPlacement& part) {
  Range range;
  std::uint32_t entry = whole.entry_start, contig = 0;
  bool open = false;
  auto interruption = whole.interruptions.begin();
  for (const Column column : whole.columns) {
    for (; interruption != whole.interruptions.end() && interruption->entry_position == entry;
         ++interruption) {
      contig += interruption->length;
      if (entry > start && entry < end)
        part.interruptions.push_back({entry - start, interruption->length});
    }
    const bool inserted = column == Column::insertion;
    const bool inside = inserted ? entry > start && entry < end : entry >= start && entry < end;
    if (inside && !open) range.from = contig, open = true;
    if (inside) part.columns.push_back(column);
    entry += inserted ? 0 : 1;
    contig += column == Column::deletion ? 0 : 1;
    if (inside) range.to = contig;
  }
  return range;
}

}  // namespace

std::optional<AlignedPlacement> part_of(const AlignedPlacement& whole, std::uint32_t start,
                                        std::uint32_t end) {
  if (whole.entry_end <= start || whole.entry_start >= end) return std::nullopt;
  AlignedPlacement part{.entry = whole.entry,
                        .reverse = whole.reverse,
                        .contig = whole.contig,
                        .entry_length = end - start,
                        .entry_start = std::max(start, whole.entry_start) - start,
                        .entry_end = std::min(end, whole.entry_end) - start};
  const Range range = cut_columns(whole, start, end, part);
  part.contig_start = whole.reverse ? whole.contig_end - range.to : whole.contig_start + range.from;
  part.contig_end = whole.reverse ? whole.contig_end - range.from : whole.contig_start + range.to;
  part.start_off_contig = whole.start_off_contig && part.entry_start > 0;
  part.end_off_contig = whole.end_off_contig && part.entry_end < part.entry_length;
  count(part);
  return part;
}

}  // namespace kres::genome
