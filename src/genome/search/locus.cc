#include "genome/search/locus.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "genome/search/locus_parts.h"

namespace kres::genome {

namespace {

struct Interval {
  std::int64_t start, end;
  std::int64_t length() const { return end - start; }
};

Interval interval(const Placement& placement) {
  return {placement.contig_start, placement.contig_end};
}

std::int64_t shared(const Interval& a, const Interval& b) {
  return std::max(std::int64_t{0}, std::min(a.end, b.end) - std::max(a.start, b.start));
}

bool compete(const Interval& a, const Interval& b, double part) {
  return static_cast<double>(shared(a, b)) >=
         part * static_cast<double>(std::min(a.length(), b.length()));
}

// Every k-mer of the entry stands in order on one diagonal: the entry is there base by base.
bool surely_exact(const Placement& placement, const SequenceIndex& index) {
  return placement.segments.size() == 1 &&
         placement.seeds + kSeedLength == index.entry(placement.entry).length + 1;
}

std::vector<const Placement*> worth_aligning(const std::vector<Placement>& sorted,
                                             const SequenceIndex& index,
                                             const LocusLimits& limits) {
  const Placement& top = sorted.front();
  std::vector<const Placement*> chosen{&top};
  if (surely_exact(top, index))
    return chosen;  // nothing scores more: a longer match would have more seeds
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const bool near = 2 * sorted[i].seeds >= top.seeds || surely_exact(sorted[i], index);
    if (near && compete(interval(top), interval(sorted[i]), limits.same_locus))
      chosen.push_back(&sorted[i]);
  }
  return chosen;
}

Locus align_candidates(const std::vector<const Placement*>& candidates, const SequenceIndex& index,
                       std::string_view contig, const AlignLimits& limits) {
  std::vector<AlignedPlacement> aligned;
  for (const auto* candidate : candidates)
    aligned.push_back(align_placement(*candidate, index, contig, limits));
  std::sort(aligned.begin(), aligned.end(),
            [](const AlignedPlacement& a, const AlignedPlacement& b) {
              return std::make_tuple(-a.score, a.entry, a.contig_start) <
                     std::make_tuple(-b.score, b.entry, b.contig_start);
            });
  const int best_score = aligned.front().score;
  Locus locus;
  for (auto& placement : aligned)
    (placement.score == best_score ? locus.best : locus.others).push_back(std::move(placement));
  return locus;
}

void sort_by_seeds(std::vector<Placement>& placements) {
  std::sort(placements.begin(), placements.end(), [](const Placement& a, const Placement& b) {
    return std::make_tuple(-std::int64_t{a.seeds}, a.contig_start, a.entry, a.reverse) <
           std::make_tuple(-std::int64_t{b.seeds}, b.contig_start, b.entry, b.reverse);
  });
}

// Whether so many of a segment's bases are taken that two genes do not merely touch.
bool is_taken(const Segment& segment, const Interval& taken, const LocusLimits& limits) {
  const Interval own{segment.contig_start, segment.contig_end};
  const auto both = shared(taken, own);
  return both >= limits.align.interruption ||
         static_cast<double>(both) >= limits.same_locus * static_cast<double>(own.length());
}

// Whether the placement lacks bases of its entry where others are taken: they are no insertion
// into it, but what stands in their place.
bool bridges(const Placement& placement, const Interval& taken, const LocusLimits& limits) {
  const auto& segments = placement.segments;
  for (std::size_t i = 1; i < segments.size(); ++i)
    if (segments[i].entry_start() - segments[i - 1].entry_end() >= limits.align.interruption &&
        shared(taken, {segments[i - 1].contig_end, segments[i].contig_start}) >=
            limits.align.interruption)
      return true;
  return false;
}

bool is_touched(const Placement& placement, const Interval& taken, const LocusLimits& limits) {
  return shared(taken, interval(placement)) > 0 &&
         (std::any_of(placement.segments.begin(), placement.segments.end(),
                      [&](const auto& segment) { return is_taken(segment, taken, limits); }) ||
          bridges(placement, taken, limits));
}

// The part of a segment inside an interval, with its share of the seeds.
Segment cut(Segment segment, const Interval& interval) {
  const Interval own{segment.contig_start, segment.contig_end};
  const auto inside = shared(interval, own);
  segment.contig_start = static_cast<std::uint32_t>(std::max(own.start, interval.start));
  segment.contig_end = static_cast<std::uint32_t>(segment.contig_start + inside);
  segment.seeds = static_cast<std::uint32_t>(segment.seeds * inside / own.length());
  return segment;
}

// Adds what a placement has inside an interval, bound to it, if that is enough to be searched for.
void add_inside(const Placement& placement, const Interval& interval, const SequenceIndex& index,
                const ChainLimits& limits, std::vector<Placement>& rest) {
  Placement part{
      .entry = placement.entry, .reverse = placement.reverse, .contig = placement.contig};
  part.free_start = static_cast<std::uint32_t>(interval.start);
  part.free_end = static_cast<std::uint32_t>(interval.end);
  for (const auto& segment : placement.segments)
    if (const Segment inside = cut(segment, interval); inside.seeds > 0) {
      part.segments.push_back(inside);
      part.seeds += inside.seeds;
    }
  if (part.segments.empty()) return;
  const auto span = part.segments.back().entry_end() - part.segments.front().entry_start();
  if (!is_long_enough(span, index.entry(part.entry).length, limits)) return;
  part.contig_start = part.segments.front().contig_start;
  part.contig_end = part.segments.back().contig_end;
  rest.push_back(std::move(part));
}

// Removes what a locus took. A placement that has bases on both sides of it becomes two: beyond a
// cut in the alignment may stand a part of the same copy, or another copy. The first placement,
// which led there, is done unless some of its bases were taken.
void take(std::vector<Placement>& placements, const Interval& taken, const SequenceIndex& index,
          const LocusLimits& limits) {
  std::vector<Placement> rest;
  const auto* first = &placements.front();
  std::erase_if(placements, [&](const Placement& placement) {
    if (!is_touched(placement, taken, limits)) return &placement == first;
    add_inside(placement, {placement.free_start, taken.start}, index, limits.chain, rest);
    add_inside(placement, {taken.end, placement.free_end}, index, limits.chain, rest);
    return true;
  });
  if (rest.empty()) return;
  std::move(rest.begin(), rest.end(), std::back_inserter(placements));
  sort_by_seeds(placements);
}

}  // namespace

std::vector<Locus> resolve_loci(std::vector<Placement> placements, const SequenceIndex& index,
                                std::string_view contig, const LocusLimits& limits) {
  sort_by_seeds(placements);
  std::vector<Locus> loci;
  while (!placements.empty()) {
    Locus locus =
        align_candidates(worth_aligning(placements, index, limits), index, contig, limits.align);
    const auto& winner = locus.best.front();
    take(placements, {winner.contig_start, winner.contig_end}, index, limits);
    if (is_long_enough(winner.entry_end - winner.entry_start, winner.entry_length, limits.chain))
      loci.push_back(std::move(locus));
  }
  std::sort(loci.begin(), loci.end(), [](const Locus& a, const Locus& b) {
    return std::make_tuple(a.best[0].contig_start, a.best[0].entry) <
           std::make_tuple(b.best[0].contig_start, b.best[0].entry);
  });
  gather_parts(loci, index, limits.align.interruption);
  return loci;
}

}  // namespace kres::genome
