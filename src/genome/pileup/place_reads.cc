#include "genome/pileup/place_reads.h"

#include <algorithm>
#include <iterator>

#include "base/share_work.h"
#include "genome/pileup/read_counter.h"
#include "genome/pileup/read_placer.h"
#include "genome/pileup/shared_reads.h"

namespace kres::genome {

namespace {

// The best places of all reads, one list.
struct AllPlaces {
  std::vector<ReadPlace> places;
  std::vector<PlaceRange> ranges;     // by read
  std::vector<std::uint32_t> units;   // by place
  std::vector<std::uint32_t> chosen;  // by read: of its range

  bool has(std::size_t read) const { return ranges[read].count > 0; }
  const ReadPlace& of(std::size_t read) const { return places[ranges[read].first + chosen[read]]; }
};

// The stretch that most of a place lies on.
std::uint32_t unit_of(const ReadPlace& place, const std::vector<Stretch>& stretches) {
  if (stretches.empty()) return place.contig;
  auto at = std::partition_point(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
    return stretch.contig < place.contig ||
           (stretch.contig == place.contig && stretch.end <= place.contig_start);
  });
  std::uint32_t best = kNoUnit, most = 0;
  for (; at != stretches.end() && at->contig == place.contig && at->start < place.contig_end;
       ++at) {
    const auto shared =
        std::min(at->end, place.contig_end) - std::max(at->start, place.contig_start);
    if (shared > most) most = shared, best = static_cast<std::uint32_t>(at - stretches.begin());
  }
  return best;
}

// Those of some of the reads; `first` counts from their own.
AllPlaces places_of(std::span<const Read> reads,
                    const std::vector<sequence::ContigSequence>& contigs,
                    const PileupOptions& options) {
  ReadPlacer placer(contigs, options.placement);
  AllPlaces all;
  all.ranges.reserve(reads.size());
  all.places.reserve(reads.size() + reads.size() / 4);
  for (const auto& read : reads) {
    const auto& best = placer.place(read.bases);
    all.ranges.push_back({static_cast<std::uint32_t>(all.places.size()),
                          static_cast<std::uint32_t>(best.size()),
                          static_cast<std::uint32_t>(read.bases.size())});
    all.places.insert(all.places.end(), best.begin(), best.end());
  }
  for (const auto& place : all.places) all.units.push_back(unit_of(place, options.stretches));
  return all;
}

void append(AllPlaces&& more, AllPlaces& all) {
  const auto shift = static_cast<std::uint32_t>(all.places.size());
  for (auto& range : more.ranges) range.first += shift;
  std::ranges::copy(more.ranges, std::back_inserter(all.ranges));
  std::ranges::move(more.places, std::back_inserter(all.places));
  std::ranges::copy(more.units, std::back_inserter(all.units));
}

AllPlaces find_places(std::span<const Read> reads,
                      const std::vector<sequence::ContigSequence>& contigs,
                      const PileupOptions& options) {
  std::vector<AllPlaces> parts(static_cast<std::size_t>(std::max(1, options.threads)));
  share_parts(reads.size(), static_cast<int>(parts.size()),
              [&](std::size_t part, std::size_t begin, std::size_t end) {
                parts[part] = places_of(reads.subspan(begin, end - begin), contigs, options);
              });
  auto all = std::move(parts.front());
  for (std::size_t part = 1; part < parts.size(); ++part) append(std::move(parts[part]), all);
  return all;
}

// Reads begin before a unit, too: its length is that of the places where one may begin.
std::vector<double> lengths_of_units(const std::vector<sequence::ContigSequence>& contigs,
                                     const std::vector<Stretch>& stretches, double read_length) {
  std::vector<double> lengths;
  if (stretches.empty())
    for (const auto& contig : contigs) lengths.push_back(static_cast<double>(contig.bases.size()));
  for (const auto& stretch : stretches)
    lengths.push_back(stretch.end - stretch.start + read_length);
  return lengths;
}

// For each contig which of so many parts counts its reads: neighbours together, about as many reads
// in each part.
std::vector<std::size_t> parts_of_contigs(const AllPlaces& all, std::size_t contigs,
                                          std::size_t parts) {
  std::vector<std::uint64_t> reads(contigs);
  std::uint64_t placed = 0;
  for (std::size_t i = 0; i < all.ranges.size(); ++i)
    if (all.has(i)) ++reads[all.of(i).contig], ++placed;
  std::vector<std::size_t> part(contigs);
  std::uint64_t before = 0;
  for (std::size_t contig = 0; contig < contigs; ++contig) {
    part[contig] = placed == 0 ? 0 : static_cast<std::size_t>(before * parts / placed);
    before += reads[contig];
  }
  for (auto& one : part) one = std::min(one, parts - 1);
  return part;
}

void count_reads(std::span<const Read> reads, const AllPlaces& all, const PileupOptions& options,
                 PlacedReads& placed) {
  const auto parts = static_cast<std::size_t>(std::max(1, options.threads));
  const auto part_of = parts_of_contigs(all, placed.counts.size(), parts);
  share_work(parts, options.threads, [&](std::size_t part) {
    ReadCounter counter(placed, options);
    for (std::size_t i = 0; i < reads.size(); ++i) {
      if (!all.has(i)) continue;
      const auto& place = all.of(i);
      if (part_of[place.contig] != part) continue;
      Stretch covered;
      const auto mate = reads[i].mate;
      if (mate < i && all.has(mate) && all.of(mate).contig == place.contig)
        covered = {place.contig, all.of(mate).contig_start, all.of(mate).contig_end};
      counter.add(reads[i], place, covered);
    }
  });
}

}  // namespace

PlacedReads place_reads(std::span<const Read> reads,
                        const std::vector<sequence::ContigSequence>& contigs,
                        const PileupOptions& options) {
  PlacedReads placed;
  for (const auto& read : reads) placed.read_length += static_cast<double>(read.bases.size());
  if (!reads.empty()) placed.read_length /= static_cast<double>(reads.size());

  auto all = find_places(reads, contigs, options);
  all.chosen = deal_out(all.ranges, all.units,
                        lengths_of_units(contigs, options.stretches, placed.read_length));
  for (std::size_t i = 0; i < reads.size(); ++i) placed.placed += all.has(i);
  ReadCounter::make_counts(placed, contigs, options);
  count_reads(reads, all, options, placed);
  return placed;
}

}  // namespace kres::genome
