#include "genome/reference/seed_table_builder.h"

#include <algorithm>
#include <set>

namespace kres::genome {

SeedTableBuilder::SeedTableBuilder(std::span<const NewEntry> entries,
                                   std::span<const std::uint64_t> offsets,
                                   std::span<const char> searched)
    : entries_(entries), offsets_(offsets) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    seed_at_.resize(seed_at_.size() + entries[i].sequence.size(), kNone);
    if (!searched[i]) continue;
    for_each_kmer(entries[i].sequence, kSeedLength,
                  [&](std::size_t at, Kmer forward, Kmer reverse) {
                    const auto place = static_cast<SeedPlace>((offsets[i] + at) << 1);
                    occurrences_.push_back(forward <= reverse ? Occurrence{forward, place}
                                                              : Occurrence{reverse, place | 1});
                  });
  }
  std::sort(occurrences_.begin(), occurrences_.end(), [](const Occurrence& a, const Occurrence& b) {
    return a.kmer != b.kmer ? a.kmer < b.kmer : a.place < b.place;
  });
}

void SeedTableBuilder::number_seeds() {
  strand_at_.assign(seed_at_.size(), 0);
  for (std::uint32_t i = 0; i < occurrences_.size(); ++i) {
    const auto& occurrence = occurrences_[i];
    if (i == 0 || occurrences_[i - 1].kmer != occurrence.kmer) first_.push_back(i);
    seed_at_[occurrence.place >> 1] = static_cast<std::uint32_t>(first_.size() - 1);
    strand_at_[occurrence.place >> 1] = static_cast<char>(occurrence.place & 1);
  }
  first_.push_back(static_cast<std::uint32_t>(occurrences_.size()));
  stretch_of_.assign(first_.size() - 1, kNone);
  place_of_.assign(first_.size() - 1, 0);
}

// Every seed becomes part of one stretch, that of the first entry that holds it.
void SeedTableBuilder::find_stretches() {
  for (std::uint32_t position = 0; position < seed_at_.size(); ++position) {
    if (seed_at_[position] == kNone || stretch_of_[seed_at_[position]] != kNone) continue;
    SeedStretch stretch{.position = position};
    extend(stretch, static_cast<std::uint32_t>(stretches_.size()));
    add_places(stretch);
    stretches_.push_back(stretch);
  }
}

void SeedTableBuilder::extend(SeedStretch& stretch, std::uint32_t number) {
  for (std::uint32_t position = stretch.position;; ++position) {
    const std::uint32_t seed = seed_at_[position];
    stretch_of_[seed] = number;
    place_of_[seed] = position << 1 | static_cast<std::uint32_t>(strand_at_[position]);
    ++stretch.kmers;
    const bool more = position + 1 < seed_at_.size() && seed_at_[position + 1] != kNone &&
                      stretch_of_[seed_at_[position + 1]] == kNone;
    if (!more || !move_together(position)) return;
  }
}

// Whether the seeds at `position` and behind it have the same number of places, each of the second
// beside one of the first: behind it, or before it where the strand is the other one.
bool SeedTableBuilder::move_together(std::uint32_t position) const {
  const std::uint32_t next = seed_at_[position + 1];
  const auto here = occurrences(seed_at_[position]);
  if (occurrences(next).size() != here.size()) return false;
  return std::all_of(here.begin(), here.end(), [&](const Occurrence& occurrence) {
    const std::uint32_t at = occurrence.place >> 1;
    const bool same = strand_at_[at] == strand_at_[position];
    if (!same && at == 0) return false;
    const std::uint32_t beside = same ? at + 1 : at - 1;
    return beside < seed_at_.size() && seed_at_[beside] == next &&
           (strand_at_[beside] == strand_at_[position + 1]) == same;
  });
}

void SeedTableBuilder::add_places(SeedStretch& stretch) {
  stretch.first_place = static_cast<std::uint32_t>(places_.size());
  std::set<std::pair<EntryId, bool>> known;
  for (const auto& occurrence : occurrences(seed_at_[stretch.position])) {
    const std::uint32_t position = occurrence.place >> 1;
    const EntryId entry = entry_at(position);
    const bool reverse = strand_at_[position] != strand_at_[stretch.position];
    if (!known.insert({entry, reverse}).second) stretch.repeats = 1;
    places_.push_back({entry, reverse, static_cast<std::uint32_t>(position - offsets_[entry])});
    ++stretch.places;
  }
}

EntryId SeedTableBuilder::entry_at(std::uint32_t position) const {
  const auto after = std::upper_bound(offsets_.begin(), offsets_.end(), position);
  return static_cast<EntryId>(after - offsets_.begin() - 1);
}

void SeedTableBuilder::write(SectionWriter& writer) {
  number_seeds();
  find_stretches();
  std::vector<Kmer> kmers;
  for (std::size_t seed = 0; seed + 1 < first_.size(); ++seed)
    kmers.push_back(occurrences_[first_[seed]].kmer);
  const int bits = SeedTable::bucket_bits_for(kmers.size());
  std::vector<std::uint32_t> buckets((std::size_t{1} << bits) + 1, 0);
  for (const Kmer kmer : kmers) ++buckets[(kmer >> SeedTable::bucket_shift(bits)) + 1];
  for (std::size_t i = 1; i < buckets.size(); ++i) buckets[i] += buckets[i - 1];
  writer.add(SeedTable::kSeeds, kmers);
  writer.add(SeedTable::kSeedPlaces, place_of_);
  writer.add(SeedTable::kSeedStretches, stretch_of_);
  writer.add(SeedTable::kBuckets, buckets);
  writer.add(SeedTable::kFilter, SeedFilter::build(kmers));
  writer.add(SeedTable::kStretches, stretches_);
  writer.add(SeedTable::kStretchPlaces, places_);
}

}  // namespace kres::genome
