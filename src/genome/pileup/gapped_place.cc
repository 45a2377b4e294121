#include "genome/pileup/gapped_place.h"

#include <algorithm>

#include "genome/align/pairwise.h"
#include "genome/pileup/word_places.h"

namespace kres::genome {

namespace {

constexpr AlignmentCosts kCosts{.mismatch = 5, .gap_open = 6, .gap_extend = 2};

struct Stretch {
  std::size_t start = 0, end = 0;  // of the read
  std::size_t length() const { return end - start; }
};

Stretch longest_equal(std::string_view bases, std::string_view contig, std::int64_t start) {
  const auto first = static_cast<std::size_t>(std::max<std::int64_t>(0, -start));
  const auto last = static_cast<std::size_t>(
      std::clamp<std::int64_t>(static_cast<std::int64_t>(contig.size()) - start, 0,
                               static_cast<std::int64_t>(bases.size())));
  Stretch longest, current{first, first};
  for (std::size_t i = first; i < last; ++i) {
    const auto at = static_cast<std::size_t>(start + static_cast<std::int64_t>(i));
    if (bases[i] != contig[at]) current.start = i + 1;
    current.end = i + 1;
    if (current.length() > longest.length()) longest = current;
  }
  return longest;
}

// The aligner's query is the contig here: what it calls inserted is missing in the read.
Column as_seen_from_read(Column column) {
  if (column == Column::insertion) return Column::deletion;
  return column == Column::deletion ? Column::insertion : column;
}

void append(std::vector<Column>& columns, const std::vector<Column>& more) {
  for (const auto column : more) columns.push_back(as_seen_from_read(column));
}

}  // namespace

std::int32_t score_of(const std::vector<Column>& columns) {
  std::int32_t score = 0;
  Column before = Column::match;
  for (const auto column : columns) {
    const bool gap = column == Column::insertion || column == Column::deletion;
    if (gap)
      score -= column == before ? 1 : 7;
    else
      score += column == Column::match ? 1 : -4;
    before = column;
  }
  return score;
}

std::optional<ReadPlace> place_with_gaps(std::string_view bases, std::string_view contig,
                                         std::int64_t start, std::uint32_t widest_gap) {
  const auto anchor = longest_equal(bases, contig, start);
  if (anchor.length() < static_cast<std::size_t>(kAnchorLength)) return std::nullopt;
  const auto on_contig = [&](std::size_t i) {
    return static_cast<std::size_t>(start + static_cast<std::int64_t>(i));
  };
  const std::size_t anchor_start = on_contig(anchor.start), anchor_end = on_contig(anchor.end);

  // What hangs over an end of the contig is left out.
  const std::size_t left = std::min(anchor.start, anchor_start);
  const std::size_t left_room = std::min(anchor_start, left + widest_gap);
  const std::size_t right = std::min(bases.size() - anchor.end, contig.size() - anchor_end);
  const std::size_t right_room = std::min(contig.size() - anchor_end, right + widest_gap);

  ReadPlace place;
  place.read_start = static_cast<std::uint32_t>(anchor.start - left);
  place.read_end = static_cast<std::uint32_t>(anchor.end + right);
  const auto before =
      align_pair(bases.substr(place.read_start, left),
                 contig.substr(anchor_start - left_room, left_room), QueryEnds::free_start, kCosts);
  append(place.columns, before.columns);
  place.columns.insert(place.columns.end(), anchor.length(), Column::match);
  const auto behind =
      align_pair(bases.substr(anchor.end, right), contig.substr(anchor_end, right_room),
                 QueryEnds::free_end, kCosts);
  append(place.columns, behind.columns);
  place.contig_start = static_cast<std::uint32_t>(anchor_start - left_room + before.query_start);
  place.contig_end = static_cast<std::uint32_t>(anchor_end + behind.query_end);
  place.score = score_of(place.columns);
  return place;
}

}  // namespace kres::genome
