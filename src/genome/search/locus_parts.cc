#include "genome/search/locus_parts.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <tuple>

namespace kres::genome {

namespace {

struct Interval {
  std::int64_t start, end;
};

// Contig bases counted in the direction of `whole`, from its first one on.
Interval along(const AlignedPlacement& whole, const AlignedPlacement& part) {
  const auto from = [&](std::int64_t position) {
    return whole.reverse ? std::int64_t{whole.contig_end} - position
                         : position - std::int64_t{whole.contig_start};
  };
  return whole.reverse ? Interval{from(part.contig_end), from(part.contig_start)}
                       : Interval{from(part.contig_start), from(part.contig_end)};
}

// Where the part's bases of the entry would stand if the copy went on beyond `whole` undamaged; a
// stretch that was turned round in its place stands on the same bases. Nothing if they lie inside.
bool stands_in_place(const AlignedPlacement& part, const AlignedPlacement& whole,
                     std::int64_t tolerance) {
  std::int64_t shift = 0;  // contig position along `whole` minus entry position
  if (part.entry_start + tolerance >= whole.entry_end)
    shift = std::int64_t{whole.contig_end} - whole.contig_start - whole.entry_end;
  else if (part.entry_end <= whole.entry_start + tolerance)
    shift = -std::int64_t{whole.entry_start};
  else
    return false;
  const Interval found = along(whole, part);
  return std::abs(found.start - part.entry_start - shift) <= tolerance &&
         std::abs(found.end - part.entry_end - shift) <= tolerance;
}

// The greater part may be the one that was turned round: then it stands where the others lack it.
bool belong_together(const AlignedPlacement& a, const AlignedPlacement& b, std::int64_t tolerance) {
  return stands_in_place(a, b, tolerance) || stands_in_place(b, a, tolerance);
}

AlignedPlacement* part_among(Locus& locus, const AlignedPlacement& whole,
                             const SequenceIndex& index, std::int64_t tolerance) {
  const auto gene = index.gene(whole.entry);
  for (auto* group : {&locus.best, &locus.others})
    for (auto& placement : *group)
      if (!placement.off_contig() && index.gene(placement.entry) == gene &&
          belong_together(placement, whole, tolerance))
        return &placement;
  return nullptr;
}

}  // namespace

void gather_parts(std::vector<Locus>& loci, const SequenceIndex& index, std::int64_t tolerance) {
  std::vector<std::size_t> by_score(loci.size());
  std::iota(by_score.begin(), by_score.end(), std::size_t{0});
  std::stable_sort(by_score.begin(), by_score.end(), [&](std::size_t a, std::size_t b) {
    const auto &one = loci[a].best.front(), &other = loci[b].best.front();
    return std::make_tuple(-one.score, one.entry_start) <
           std::make_tuple(-other.score, other.entry_start);
  });
  std::vector<bool> gathered(loci.size(), false);
  for (std::size_t i = 0; i < by_score.size(); ++i) {
    Locus& locus = loci[by_score[i]];
    const auto& whole = locus.best.front();
    if (gathered[by_score[i]] || whole.complete() || whole.off_contig()) continue;
    for (std::size_t k = i + 1; k < by_score.size(); ++k) {
      if (gathered[by_score[k]]) continue;
      auto* part = part_among(loci[by_score[k]], whole, index, tolerance);
      if (part == nullptr) continue;
      locus.parts.push_back(std::move(*part));
      gathered[by_score[k]] = true;
    }
    std::sort(locus.parts.begin(), locus.parts.end(),
              [](const auto& a, const auto& b) { return a.contig_start < b.contig_start; });
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < loci.size(); ++i) {
    if (gathered[i]) continue;
    if (kept != i) loci[kept] = std::move(loci[i]);
    ++kept;
  }
  loci.resize(kept);
}

}  // namespace kres::genome
