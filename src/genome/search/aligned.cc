#include "genome/search/aligned.h"

#include <algorithm>

#include "sequence/nucleotides.h"

namespace kres::genome {

namespace {

constexpr std::uint32_t kEndStep = 80;            // entry bases of an end aligned at a time
constexpr std::uint32_t kEndSlack = 20;           // extra contig bases offered when aligning an end
constexpr std::size_t kLargestTable = 6'000'000;  // cells of one gap's alignment
constexpr std::uint32_t kShortEnd = 24;           // a poorly matching end up to this length is kept
constexpr double kGoodEnd = 0.7;  // a longer end is kept from this share of matches on

constexpr AlignmentCosts kCosts{.ambiguous = 'N'};

Column column_of(char entry, char contig) {
  if (entry == contig) return Column::match;
  return contig == 'N' ? Column::unknown : Column::mismatch;
}

// A placement with the bases it may use, in the entry's direction: of a gene on the reverse strand
// the reverse complement of the contig around it. So the alignment does not depend on which strand
// of the contig was written down.
struct Oriented {
  std::string turned;        // empty if nothing had to be turned
  std::string_view forward;  // then these
  std::size_t origin = 0;    // contig position of the first base; turned: of the last, plus one
  std::vector<Segment> segments;  // on the bases

  std::string_view bases() const { return turned.empty() ? forward : turned; }
};

// On the forward strand the bases begin where the contig does, unless the placement is bound.
void orient_forward(Oriented& result, const Placement& placement, std::string_view contig) {
  result.origin = placement.free_start;
  result.forward = contig.substr(placement.free_start, placement.free_end - placement.free_start);
  result.segments = placement.segments;
  for (auto& segment : result.segments) {
    segment.contig_start -= placement.free_start;
    segment.contig_end -= placement.free_start;
    segment.diagonal -= placement.free_start;
  }
}

Oriented oriented(const Placement& placement, std::uint32_t entry_length, std::string_view contig) {
  Oriented result;
  if (!placement.reverse) {
    orient_forward(result, placement, contig);
    return result;
  }
  // An end of the entry takes at most its own length and some slack per step.
  const std::size_t reach = 2 * std::size_t{entry_length} + kEndStep;
  const std::size_t start = std::max<std::size_t>(
      placement.free_start,
      placement.contig_start - std::min<std::size_t>(placement.contig_start, reach));
  const std::size_t end =
      std::min({contig.size(), std::size_t{placement.free_end}, placement.contig_end + reach});
  result.turned = sequence::reverse_complement(contig.substr(start, end - start));
  result.origin = end;
  for (auto at = placement.segments.rbegin(); at != placement.segments.rend(); ++at) {
    Segment segment = *at;
    segment.contig_start = static_cast<std::uint32_t>(end - at->contig_end);
    segment.contig_end = static_cast<std::uint32_t>(end - at->contig_start);
    segment.diagonal = segment.contig_start - (std::int64_t{entry_length} - at->entry_end());
    result.segments.push_back(segment);
  }
  return result;
}

// Builds the alignment in the direction of the entry.
class Aligner {
 public:
  Aligner(const std::vector<Segment>& segments, std::string_view entry, std::string_view contig,
          const AlignLimits& limits)
      : segments_(segments), entry_(entry), contig_(contig), limits_(limits) {}

  void run() {
    const Segment first = segments_.front();
    align_start(first);
    Segment last = first;
    append_diagonal(first.entry_start(), first.contig_start, first.contig_end - first.contig_start);
    for (std::size_t i = 1; i < segments_.size(); ++i) last = join(last, segments_[i]);
    align_end(last);
  }

  std::vector<Column> columns;
  std::vector<Interruption> interruptions;  // entry_position counts entry bases from entry_start
  std::uint32_t entry_start = 0, entry_end = 0, contig_start = 0, contig_end = 0;

 private:
  void append(const std::vector<Column>& more) {
    columns.insert(columns.end(), more.begin(), more.end());
  }

  void append_diagonal(std::int64_t entry_at, std::int64_t contig_at, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i)
      columns.push_back(column_of(entry_[static_cast<std::size_t>(entry_at + i)],
                                  contig_[static_cast<std::size_t>(contig_at + i)]));
  }

  // Ends hold no seed. They are aligned outwards in steps, until one matches poorly: what lies
  // beyond is another sequence.
  void align_start(const Segment& first) {
    entry_start = static_cast<std::uint32_t>(first.entry_start());
    contig_start = first.contig_start;
    std::vector<Column> reversed;
    for (bool good = true; good && entry_start > 0 && contig_start > 0;) {
      const std::uint32_t step = std::min({entry_start, kEndStep, contig_start});
      const std::uint32_t offered = std::min(contig_start, step + kEndSlack);
      const auto alignment = align_pair(entry_.substr(entry_start - step, step),
                                        contig_.substr(contig_start - offered, offered),
                                        QueryEnds::free_start, kCosts);
      reversed.insert(reversed.end(), alignment.columns.rbegin(), alignment.columns.rend());
      entry_start -= step;
      contig_start -= offered - static_cast<std::uint32_t>(alignment.query_start);
      good = matches_well(alignment.columns);
    }
    columns.assign(reversed.rbegin(), reversed.rend());
  }

  void align_end(const Segment& last) {
    entry_end = static_cast<std::uint32_t>(last.entry_end());
    contig_end = last.contig_end;
    const auto entry_size = static_cast<std::uint32_t>(entry_.size());
    const auto contig_size = static_cast<std::uint32_t>(contig_.size());
    for (bool good = true; good && entry_end < entry_size && contig_end < contig_size;) {
      const std::uint32_t step =
          std::min({entry_size - entry_end, kEndStep, contig_size - contig_end});
      const std::uint32_t offered = std::min(contig_size - contig_end, step + kEndSlack);
      const auto alignment =
          align_pair(entry_.substr(entry_end, step), contig_.substr(contig_end, offered),
                     QueryEnds::free_end, kCosts);
      append(alignment.columns);
      entry_end += step;
      contig_end += static_cast<std::uint32_t>(alignment.query_end);
      good = matches_well(alignment.columns);
    }
  }

  static bool matches_well(const std::vector<Column>& some) {
    const auto matches = std::count(some.begin(), some.end(), Column::match) +
                         std::count(some.begin(), some.end(), Column::unknown);
    return static_cast<double>(matches) >= kGoodEnd * static_cast<double>(some.size());
  }

  // Aligns what lies between two segments and the second segment; returns the second, cut where
  // both overlapped.
  Segment join(const Segment& last, Segment next) {
    const std::int64_t overlap =
        std::max({std::int64_t{0}, last.entry_end() - next.entry_start(),
                  std::int64_t{last.contig_end} - std::int64_t{next.contig_start}});
    next.contig_start += static_cast<std::uint32_t>(overlap);
    const auto entry_gap = static_cast<std::size_t>(next.entry_start() - last.entry_end());
    const std::size_t contig_gap = next.contig_start - last.contig_end;
    const auto entry_part = entry_.substr(static_cast<std::size_t>(last.entry_end()), entry_gap);
    const auto contig_part = contig_.substr(last.contig_end, contig_gap);
    if (contig_gap >= entry_gap + limits_.interruption)
      interrupt(entry_part, contig_part, static_cast<std::uint32_t>(last.entry_end()));
    else if (entry_gap * contig_gap <= kLargestTable)
      append(align_pair(entry_part, contig_part, QueryEnds::fixed, kCosts).columns);
    else {
      columns.insert(columns.end(), entry_gap, Column::deletion);
      columns.insert(columns.end(), contig_gap, Column::insertion);
    }
    append_diagonal(next.entry_start(), next.contig_start, next.contig_end - next.contig_start);
    return next;
  }

  // The entry's bases lie left and right of the inserted ones; the cut with most matches is taken.
  void interrupt(std::string_view entry_part, std::string_view contig_part,
                 std::uint32_t entry_at) {
    const std::string_view right = contig_part.substr(contig_part.size() - entry_part.size());
    std::size_t matching = 0;
    for (std::size_t i = 0; i < entry_part.size(); ++i) matching += entry_part[i] == right[i];
    std::size_t best = 0, best_matching = matching;
    for (std::size_t cut = 1; cut <= entry_part.size(); ++cut) {
      matching += entry_part[cut - 1] == contig_part[cut - 1];
      matching -= entry_part[cut - 1] == right[cut - 1];
      if (matching > best_matching) best = cut, best_matching = matching;
    }
    for (std::size_t i = 0; i < entry_part.size(); ++i) {
      const char base = i < best ? contig_part[i] : right[i];
      columns.push_back(column_of(entry_part[i], base));
    }
    interruptions.push_back({entry_at + static_cast<std::uint32_t>(best),
                             static_cast<std::uint32_t>(contig_part.size() - entry_part.size())});
  }

  const std::vector<Segment>& segments_;
  std::string_view entry_;
  std::string_view contig_;
  AlignLimits limits_;
};

// Worth of each column: matches count one, mismatches cost two; a gap costs three and one per base
// up to ten.
std::vector<int> column_worth(const std::vector<Column>& columns) {
  std::vector<int> worth;
  int gap = 0;
  Column before = Column::match;
  for (const Column column : columns) {
    if (column != Column::insertion && column != Column::deletion) {
      worth.push_back(column == Column::match ? 1 : column == Column::unknown ? 0 : -2);
      gap = 0;
    } else {
      gap = column == before ? gap + 1 : 1;
      worth.push_back(gap == 1 ? -4 : gap <= 10 ? -1 : 0);
    }
    before = column;
  }
  return worth;
}

struct Range {
  std::size_t first = 0, last = 0;  // half-open
};

// The stretch of columns of greatest worth; it begins with a match.
Range best_range(const std::vector<int>& worth) {
  Range best;
  int sum = 0, best_sum = -1;
  std::size_t start = 0;
  for (std::size_t i = 0; i < worth.size(); ++i) {
    if (sum <= 0) sum = 0, start = i;
    sum += worth[i];
    if (sum > best_sum) best_sum = sum, best = {start, i + 1};
  }
  return best;
}

// An end outside the best range is kept if it is short or matches well: it is a changed end, not
// another sequence.
bool keep_end(const std::vector<Column>& columns, std::size_t first, std::size_t last) {
  std::uint32_t bases = 0, matches = 0;
  for (std::size_t i = first; i < last; ++i) {
    bases += columns[i] != Column::insertion && columns[i] != Column::unknown;
    matches += columns[i] == Column::match;
  }
  return bases <= kShortEnd || matches >= kGoodEnd * bases;
}

struct Lengths {
  std::uint32_t entry = 0, contig = 0;
};

Lengths lengths_of(const std::vector<Column>& columns, std::size_t first, std::size_t last) {
  Lengths lengths;
  for (std::size_t i = first; i < last; ++i) {
    lengths.entry += columns[i] != Column::insertion;
    lengths.contig += columns[i] != Column::deletion;
  }
  return lengths;
}

void cut_poor_ends(Aligner& aligner) {
  Range keep = best_range(column_worth(aligner.columns));
  if (keep_end(aligner.columns, 0, keep.first)) keep.first = 0;
  if (keep_end(aligner.columns, keep.last, aligner.columns.size()))
    keep.last = aligner.columns.size();
  const Lengths front = lengths_of(aligner.columns, 0, keep.first);
  const Lengths back = lengths_of(aligner.columns, keep.last, aligner.columns.size());
  const std::uint32_t entry_first = aligner.entry_start + front.entry,
                      entry_last = aligner.entry_end - back.entry;
  // An interruption in a cut end belongs to the contig bases that are cut with it.
  for (const auto& interruption : aligner.interruptions) {
    if (interruption.entry_position <= entry_first && front.entry > 0)
      aligner.contig_start += interruption.length;
    if (interruption.entry_position >= entry_last && back.entry > 0)
      aligner.contig_end -= interruption.length;
  }
  std::erase_if(aligner.interruptions, [&](const Interruption& interruption) {
    return (interruption.entry_position <= entry_first && front.entry > 0) ||
           (interruption.entry_position >= entry_last && back.entry > 0);
  });
  aligner.contig_start += front.contig;
  aligner.contig_end -= back.contig;
  aligner.entry_start = entry_first;
  aligner.entry_end = entry_last;
  aligner.columns = {aligner.columns.begin() + static_cast<std::ptrdiff_t>(keep.first),
                     aligner.columns.begin() + static_cast<std::ptrdiff_t>(keep.last)};
}

// Whether the known bases end within a few steps outwards: at the contig's end or at a gap of N.
template <class Iterator>
bool sequence_ends(Iterator outwards, Iterator end, const AlignLimits& limits) {
  for (std::uint32_t i = 0; i <= limits.contig_end; ++i, ++outwards)
    if (outwards == end || *outwards == 'N') return true;
  return false;
}

// Sets the placement on the contig's forward strand, and whether the entry runs off the contig.
void put_on_contig(AlignedPlacement& aligned, const Placement& placement, const Oriented& oriented,
                   std::string_view contig, const AlignLimits& limits) {
  const auto origin = static_cast<std::uint32_t>(oriented.origin);
  const auto start = aligned.contig_start, end = aligned.contig_end;
  aligned.contig_start = placement.reverse ? origin - end : origin + start;
  aligned.contig_end = placement.reverse ? origin - start : origin + end;
  const std::string_view before = contig.substr(0, aligned.contig_start);
  const std::string_view after = contig.substr(aligned.contig_end);
  const bool ends_before = sequence_ends(before.rbegin(), before.rend(), limits);
  const bool ends_after = sequence_ends(after.begin(), after.end(), limits);
  aligned.start_off_contig =
      aligned.entry_start > 0 && (placement.reverse ? ends_after : ends_before);
  aligned.end_off_contig =
      aligned.entry_end < aligned.entry_length && (placement.reverse ? ends_before : ends_after);
}

// Bases in deletions of at least `least` bases.
std::uint32_t long_deletions(const std::vector<Column>& columns, std::uint32_t least) {
  std::uint32_t bases = 0, run = 0;
  for (const Column column : columns) {
    run = column == Column::deletion ? run + 1 : 0;
    if (run >= least) bases += run == least ? least : 1;
  }
  return bases;
}

void count(AlignedPlacement& aligned, const AlignLimits& limits) {
  bool in_gap = false;
  int cost = 0;
  aligned.long_deleted = long_deletions(aligned.columns, limits.interruption);
  for (const Column column : aligned.columns) {
    const bool gap = column == Column::insertion || column == Column::deletion;
    aligned.matches += column == Column::match;
    aligned.mismatches += column == Column::mismatch;
    aligned.unknown += column == Column::unknown;
    aligned.inserted += column == Column::insertion;
    aligned.deleted += column == Column::deletion;
    cost += column == Column::mismatch ? 3 : gap ? (in_gap ? 1 : 5) : 0;
    in_gap = gap;
  }
  cost += 5 * static_cast<int>(aligned.interruptions.size());
  aligned.score = static_cast<int>(aligned.matches) - cost;
}

}  // namespace

double AlignedPlacement::identity() const {
  const auto columns_counted = matches + mismatches + inserted + deleted - long_deleted;
  return columns_counted == 0 ? 0 : 100.0 * matches / columns_counted;
}

double AlignedPlacement::coverage() const {
  return 100.0 * (entry_end - entry_start - deleted - unknown) / entry_length;
}

AlignedPlacement align_placement(const Placement& placement, const SequenceIndex& index,
                                 std::string_view contig, const AlignLimits& limits) {
  const auto sequence = index.sequence(placement.entry);
  const auto length = static_cast<std::uint32_t>(sequence.size());
  const Oriented around = oriented(placement, length, contig);
  Aligner aligner(around.segments, sequence, around.bases(), limits);
  aligner.run();
  cut_poor_ends(aligner);
  AlignedPlacement aligned{.entry = placement.entry,
                           .reverse = placement.reverse,
                           .contig = placement.contig,
                           .contig_start = aligner.contig_start,
                           .contig_end = aligner.contig_end,
                           .entry_length = length,
                           .entry_start = aligner.entry_start,
                           .entry_end = aligner.entry_end,
                           .columns = std::move(aligner.columns),
                           .interruptions = std::move(aligner.interruptions)};
  put_on_contig(aligned, placement, around, contig, limits);
  count(aligned, limits);
  return aligned;
}

std::string observed_sequence(const AlignedPlacement& aligned, std::string_view contig) {
  const auto bases = contig.substr(aligned.contig_start, aligned.contig_end - aligned.contig_start);
  return aligned.reverse ? sequence::reverse_complement(bases) : std::string(bases);
}

}  // namespace kres::genome
