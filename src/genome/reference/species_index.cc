#include "genome/reference/species_index.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::genome {

namespace {

struct Holding {
  std::uint64_t hash;
  SketchId sketch;
};

std::vector<Holding> all_holdings(const std::vector<SpeciesSketch>& sketches) {
  std::vector<Holding> holdings;
  for (std::size_t i = 0; i < sketches.size(); ++i)
    for (const auto hash : sketches[i].hashes) holdings.push_back({hash, static_cast<SketchId>(i)});
  std::sort(holdings.begin(), holdings.end(), [](const Holding& a, const Holding& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.sketch < b.sketch;
  });
  return holdings;
}

}  // namespace

Result<std::string> SpeciesIndex::build(std::uint32_t kmer_size, std::uint32_t seed,
                                        const std::vector<SpeciesSketch>& sketches) {
  if (sketches.empty() || sketches.size() > 65535)
    return bad_input(
        fmt::format("{} species sketches: 1 to 65535 can be indexed", sketches.size()));
  std::map<std::string, std::uint32_t> species;
  for (const auto& sketch : sketches) species.try_emplace(sketch.species, 0);
  std::string names, strings;
  for (auto& [name, number] : species) {
    number = static_cast<std::uint32_t>(std::count(names.begin(), names.end(), '\n'));
    names += name + "\n";
  }
  std::vector<SketchRecord> records;
  for (const auto& sketch : sketches) {
    records.push_back({.species = species.at(sketch.species),
                       .hash_count = static_cast<std::uint32_t>(sketch.hashes.size()),
                       .largest_hash = sketch.hashes.back(),
                       .reference_offset = static_cast<std::uint32_t>(strings.size()),
                       .reference_length = static_cast<std::uint32_t>(sketch.reference.size())});
    strings += sketch.reference;
  }
  const auto holdings = all_holdings(sketches);
  std::vector<std::uint64_t> hashes;
  std::vector<std::uint32_t> offsets;
  std::vector<SketchId> holders;
  for (const auto& holding : holdings) {
    if (hashes.empty() || hashes.back() != holding.hash) {
      hashes.push_back(holding.hash);
      offsets.push_back(static_cast<std::uint32_t>(holders.size()));
    }
    holders.push_back(holding.sketch);
  }
  offsets.push_back(static_cast<std::uint32_t>(holders.size()));
  const std::uint64_t largest = hashes.back();
  std::vector<std::uint32_t> buckets;
  const std::uint64_t count = bucket_count(hashes.size());
  for (std::size_t at = 0; buckets.size() <= count;) {
    while (at < hashes.size() && bucket_of(hashes[at], largest, count) < buckets.size()) ++at;
    buckets.push_back(static_cast<std::uint32_t>(at));
  }
  SectionWriter writer;
  writer.add(kParameters, std::vector<std::uint64_t>{kmer_size, seed, largest});
  writer.add(kSketches, records);
  writer.add_text(kSpeciesNames, names);
  writer.add_text(kStrings, strings);
  writer.add(kHashes, hashes);
  writer.add(kOffsets, offsets);
  writer.add(kHolders, holders);
  writer.add(kBuckets, buckets);
  return writer.finish();
}

Result<SpeciesIndex> SpeciesIndex::open(const Path& path, bool verify) {
  KRES_ASSIGN(auto file, SectionFile::open(path, verify));
  SpeciesIndex index(std::move(file));
  KRES_TRY(index.load());
  if (!index.tables_fit())
    return fail({ErrorCode::corrupt, "index is altered: its tables do not fit together",
                 path.string(), 0, "build the reference set again"});
  return index;
}

Result<void> SpeciesIndex::load() {
  KRES_ASSIGN(parameters_, file_.section<std::uint64_t>(kParameters));
  KRES_ASSIGN(sketches_, file_.section<SketchRecord>(kSketches));
  KRES_ASSIGN(const auto names, file_.text(kSpeciesNames));
  KRES_ASSIGN(strings_, file_.text(kStrings));
  KRES_ASSIGN(hashes_, file_.section<std::uint64_t>(kHashes));
  KRES_ASSIGN(offsets_, file_.section<std::uint32_t>(kOffsets));
  KRES_ASSIGN(holders_, file_.section<SketchId>(kHolders));
  KRES_ASSIGN(buckets_, file_.section<std::uint32_t>(kBuckets));
  species_names_ = split(names, '\n');
  if (!species_names_.empty()) species_names_.pop_back();
  return {};
}

bool SpeciesIndex::tables_fit() const {
  if (parameters_.size() != 3 || parameters_[0] == 0 || parameters_[0] > 31) return false;
  if (offsets_.size() != hashes_.size() + 1 || buckets_.size() != bucket_count(hashes_.size()) + 1)
    return false;
  if (offsets_.back() != holders_.size() || buckets_.back() != hashes_.size()) return false;
  for (const auto& sketch : sketches_)
    if (sketch.species >= species_names_.size() || sketch.hash_count == 0 ||
        std::uint64_t{sketch.reference_offset} + sketch.reference_length > strings_.size())
      return false;
  return true;
}

std::vector<SpeciesSketch> SpeciesIndex::all_sketches() const {
  std::vector<SpeciesSketch> sketches;
  for (std::size_t i = 0; i < sketches_.size(); ++i)
    sketches.push_back({std::string(species_name(sketches_[i].species)),
                        std::string(reference(static_cast<SketchId>(i))),
                        {}});
  for (std::size_t i = 0; i < hashes_.size(); ++i)
    for (const auto sketch : holders_at(i)) sketches[sketch].hashes.push_back(hashes_[i]);
  return sketches;
}

// The tables are too large to be looked through when the index is opened, so each step is bounded.
std::span<const SketchId> SpeciesIndex::holders_at(std::size_t hash_number) const {
  const std::size_t begin = offsets_[hash_number], end = offsets_[hash_number + 1];
  if (begin > end || end > holders_.size()) return {};
  const auto holders = holders_.subspan(begin, end - begin);
  const bool known = std::all_of(holders.begin(), holders.end(),
                                 [&](SketchId sketch) { return sketch < sketches_.size(); });
  return known ? holders : std::span<const SketchId>();
}

std::span<const SketchId> SpeciesIndex::holders(std::uint64_t hash) const {
  if (hash > largest_hash()) return {};
  const auto bucket = bucket_of(hash, largest_hash(), buckets_.size() - 1);
  const std::size_t begin = buckets_[bucket], end = buckets_[bucket + 1];
  if (begin > end || end > hashes_.size()) return {};
  const auto in_bucket = hashes_.subspan(begin, end - begin);
  const auto found = std::lower_bound(in_bucket.begin(), in_bucket.end(), hash);
  if (found == in_bucket.end() || *found != hash) return {};
  return holders_at(begin + static_cast<std::size_t>(found - in_bucket.begin()));
}

}  // namespace kres::genome
