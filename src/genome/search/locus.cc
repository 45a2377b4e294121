#include "genome/search/locus.h"

#include <algorithm>
#include <tuple>

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

// Share of the placement's seeded bases (not of what lies between its pieces) inside an interval.
double share_inside(const Placement& placement, const Interval& taken) {
  std::int64_t inside = 0, all = 0;
  for (const auto& segment : placement.segments) {
    const Interval own{segment.contig_start, segment.contig_end};
    inside += shared(taken, own);
    all += own.length();
  }
  return static_cast<double>(inside) / static_cast<double>(all);
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

}  // namespace

std::vector<Locus> resolve_loci(std::vector<Placement> placements, const SequenceIndex& index,
                                std::string_view contig, const LocusLimits& limits) {
  std::sort(placements.begin(), placements.end(), [](const Placement& a, const Placement& b) {
    return std::make_tuple(-std::int64_t{a.seeds}, a.contig_start, a.entry, a.reverse) <
           std::make_tuple(-std::int64_t{b.seeds}, b.contig_start, b.entry, b.reverse);
  });
  std::vector<Locus> loci;
  while (!placements.empty()) {
    Locus locus =
        align_candidates(worth_aligning(placements, index, limits), index, contig, limits.align);
    const auto& winner = locus.best.front();
    const Interval taken{winner.contig_start, winner.contig_end};
    placements.erase(placements.begin());  // the one tried is done, whether it won or not
    std::erase_if(placements, [&](const Placement& placement) {
      return share_inside(placement, taken) >= limits.same_locus;
    });
    loci.push_back(std::move(locus));
  }
  std::sort(loci.begin(), loci.end(), [](const Locus& a, const Locus& b) {
    return std::make_tuple(a.best[0].contig_start, a.best[0].entry) <
           std::make_tuple(b.best[0].contig_start, b.best[0].entry);
  });
  return loci;
}

}  // namespace kres::genome
