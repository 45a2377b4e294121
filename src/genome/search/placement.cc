#include "genome/search/placement.h"

#include <algorithm>

namespace kres::genome {

namespace {

bool continues(const Segment& last, const Segment& next, std::int64_t entry_length,
               const ChainLimits& limits) {
  if (next.entry_start() <= last.entry_start() || next.entry_end() <= last.entry_end())
    return false;
  if (next.contig_start <= last.contig_start || next.contig_end <= last.contig_end) return false;
  const std::int64_t overlap = last.entry_end() - next.entry_start();
  if (overlap > 2 * kSeedLength) return false;  // the entry starts again: another copy
  const std::int64_t shift = next.diagonal - last.diagonal;
  return shift <= limits.largest_insertion && -shift <= entry_length;
}

void append(Placement& placement, const Segment& segment) {
  placement.contig_start = std::min(placement.contig_start, segment.contig_start);
  placement.contig_end = std::max(placement.contig_end, segment.contig_end);
  placement.seeds += segment.seeds;
  placement.segments.push_back(segment);
}

// Where an entry repeats itself, seeds of several diagonals alternate and cut each other's segments
// into single seeds. Pieces of one diagonal that touch are one segment.
std::vector<Segment> joined_diagonals(const std::vector<Segment>& segments) {
  constexpr std::size_t kLookBack = 16;  // diagonals that a repeat keeps open at a time
  std::vector<Segment> joined;
  for (const auto& segment : segments) {
    const std::size_t first = joined.size() > kLookBack ? joined.size() - kLookBack : 0;
    std::size_t at = joined.size();
    while (at > first &&
           !(joined[at - 1].entry == segment.entry && joined[at - 1].reverse == segment.reverse &&
             joined[at - 1].diagonal == segment.diagonal &&
             joined[at - 1].contig_end >= segment.contig_start))
      --at;
    if (at == first) {
      joined.push_back(segment);
    } else {
      joined[at - 1].contig_end = std::max(joined[at - 1].contig_end, segment.contig_end);
      joined[at - 1].seeds += segment.seeds;
    }
  }
  return joined;
}

}  // namespace

std::vector<Placement> chain_segments(const std::vector<Segment>& found, std::uint32_t contig,
                                      const SequenceIndex& index, const ChainLimits& limits) {
  const auto segments = joined_diagonals(found);
  std::vector<Placement> placements;
  std::size_t first_of_entry = 0;  // first placement of the current entry and strand
  for (const auto& segment : segments) {
    const bool same = !placements.empty() && placements.back().entry == segment.entry &&
                      placements.back().reverse == segment.reverse;
    if (!same) first_of_entry = placements.size();
    const auto length = static_cast<std::int64_t>(index.entry(segment.entry).length);
    std::size_t at = placements.size();
    while (at > first_of_entry &&
           !continues(placements[at - 1].segments.back(), segment, length, limits))
      --at;
    if (at == first_of_entry) {
      placements.push_back({segment.entry,
                            segment.reverse,
                            contig,
                            segment.contig_start,
                            segment.contig_end,
                            0,
                            {}});
      at = placements.size();
    }
    append(placements[at - 1], segment);
  }
  std::erase_if(placements, [&](const Placement& placement) {
    const auto span =
        placement.segments.back().entry_end() - placement.segments.front().entry_start();
    return !is_long_enough(span, index.entry(placement.entry).length, limits);
  });
  return placements;
}

bool is_long_enough(std::int64_t bases, std::uint32_t entry_length, const ChainLimits& limits) {
  return bases >= static_cast<std::int64_t>(limits.least_bases) &&
         static_cast<double>(bases) >= limits.least_coverage * entry_length;
}

}  // namespace kres::genome
