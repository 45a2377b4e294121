#include "genome/pileup/locus_pile.h"

#include <algorithm>

#include "base/proportion.h"
#include "genome/align/pairwise.h"
#include "genome/pileup/entry_map.h"

namespace kres::genome {

namespace {

// For each base of one entry the one of the other that stands beside it.
std::vector<std::uint32_t> beside(std::string_view entry, std::string_view other) {
  std::vector<std::uint32_t> map(entry.size(), kNotThere);
  if (entry.size() == other.size()) {
    for (std::uint32_t i = 0; i < entry.size(); ++i) map[i] = i;
    return map;
  }
  std::uint32_t at = 0, to = 0;
  for (const auto column : align_pair(entry, other, QueryEnds::fixed).columns) {
    if (column == Column::insertion)
      ++to;
    else if (column == Column::deletion)
      ++at;
    else
      map[at++] = to++;
  }
  return map;
}

StrandCount all_bases(const SiteCount& site) {
  StrandCount sum;
  for (const auto& base : site.bases) sum += base;
  return sum;
}

void add(SiteCount& sum, const SiteCount& site) {
  for (std::size_t code = 0; code < 4; ++code) sum.bases[code] += site.bases[code];
  sum.deletion += site.deletion;
  sum.insertion += site.insertion;
  sum.depth += site.depth;
}

// The most frequent letter is the first allele; the next one, or a gap, is the second.
StrandCount second_of(const SiteCount& site) {
  std::vector<StrandCount> letters(site.bases.begin(), site.bases.end());
  letters.push_back(site.deletion);
  std::stable_sort(letters.begin(), letters.end(),
                   [](const StrandCount& a, const StrandCount& b) { return a.sum() > b.sum(); });
  const auto& insertion = site.insertion;
  const auto without = letters[0].sum() - std::min(letters[0].sum(), insertion.sum());
  return insertion.sum() > letters[1].sum() && insertion.sum() <= without ? insertion : letters[1];
}

}  // namespace

std::vector<SiteCount> pile_up(const LocusPlaces& locus, const std::vector<ContigCounts>& counts,
                               const SequenceIndex& index) {
  const auto first = index.sequence(locus.places.front().entry);
  std::vector<SiteCount> pile(first.size());
  for (const auto& place : locus.places) {
    const auto positions = positions_of_entry(place);
    const auto to = beside(index.sequence(place.entry), first);
    SiteCount before;
    for (auto i = place.entry_start; i < place.entry_end; ++i) {
      if (to[i] == kNotThere) continue;
      auto& sum = pile[to[i]];
      if (positions[i] == kNotThere) {
        sum.deletion += all_bases(before);
        sum.depth += before.depth;
        continue;
      }
      const auto& site = counts[place.contig][positions[i]];
      before = place.reverse ? turned(site) : site;
      add(sum, before);
    }
  }
  return pile;
}

MeasuredDepth depth_of(const std::vector<SiteCount>& pile, const AlignedPlacement& first) {
  std::vector<double> depths;
  for (auto i = first.entry_start; i < first.entry_end; ++i) depths.push_back(pile[i].depth);
  const auto bases = static_cast<std::uint32_t>(depths.size());
  return {median(std::move(depths)), bases};
}

AlternativeReads second_allele(const std::vector<SiteCount>& pile, const ReadSettings& settings) {
  std::vector<AlternativeReads> found;
  for (const auto& site : pile) {
    const auto second = second_of(site);
    if (second.sum() < settings.second_allele_reads ||
        std::min(second.forward, second.reverse) < settings.second_allele_strand_reads)
      continue;
    const auto alternative = alternative_reads(site.reads(), second);
    if (alternative.fraction >= settings.second_allele_fraction) found.push_back(alternative);
  }
  if (found.empty()) return {};
  std::stable_sort(
      found.begin(), found.end(),
      [](const AlternativeReads& a, const AlternativeReads& b) { return a.fraction < b.fraction; });
  return found[found.size() / 2];
}

AlternativeReads alternative_reads(std::uint32_t reads, const StrandCount& alternative) {
  const Proportion proportion{std::min(alternative.sum(), reads), reads};
  const auto interval = wilson_interval(proportion);
  return {.reads = reads,
          .forward = alternative.forward,
          .reverse = alternative.reverse,
          .fraction = proportion.share(),
          .low = interval.low,
          .high = interval.high};
}

}  // namespace kres::genome
