#include "genome/reference/index_builder.h"

#include <algorithm>
#include <bit>
#include <map>
#include <unordered_set>

#include <xxhash.h>

namespace kres::genome {

namespace {

constexpr double kEnoughShared = 0.4;
constexpr std::size_t kFilterBitsPerSeed = 16;

// Strings of the index, each stored once.
class StringPool {
 public:
  std::pair<std::uint32_t, std::uint32_t> add(const std::string& text) {
    const auto [found, inserted] =
        offsets_.try_emplace(text, static_cast<std::uint32_t>(pool_.size()));
    if (inserted) pool_ += text;
    return {found->second, static_cast<std::uint32_t>(text.size())};
  }
  const std::string& text() const { return pool_; }

 private:
  std::map<std::string, std::uint32_t> offsets_;
  std::string pool_;
};

}  // namespace

std::string SequenceIndexBuilder::build() {
  std::uint64_t offset = 0;
  for (const auto& entry : entries_) {
    offsets_.push_back(offset);
    offset += entry.sequence.size();
  }
  choose_searched();
  collect_seeds();
  find_contained();
  SectionWriter writer;
  write_entries(writer);
  write_proteins(writer);
  write_seeds(writer);
  return writer.finish();
}

// Every locus of alleles has its own pool of searched k-mers, all genes share one. What is always
// searched fills its pool first; what is not is searched if too little of it is in the pool.
void SequenceIndexBuilder::choose_searched() {
  searched_.assign(entries_.size(), 1);
  std::map<std::string, std::unordered_set<Kmer>> pools;
  const auto decide = [&](std::size_t i, const std::string& pool, bool always) {
    auto& known = pools[pool];
    std::vector<Kmer> kmers;
    std::size_t shared = 0;
    for_each_kmer(entries_[i].sequence, kSeedLength, [&](std::size_t, Kmer forward, Kmer reverse) {
      kmers.push_back(std::min(forward, reverse));
      shared += known.count(kmers.back());
    });
    if (!always && static_cast<double>(shared) >= kEnoughShared * static_cast<double>(kmers.size()))
      searched_[i] = 0;
    else
      known.insert(kmers.begin(), kmers.end());
  };
  const bool choice = std::any_of(entries_.begin(), entries_.end(),
                                  [](const NewEntry& entry) { return !entry.always_searched; });
  for (std::size_t i = 0; i < entries_.size() && choice; ++i)
    if (entries_[i].kind == EntryKind::gene && entries_[i].always_searched) decide(i, "", true);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].kind == EntryKind::allele) decide(i, "allele:" + entries_[i].gene, false);
    if (!entries_[i].always_searched) decide(i, "", false);
  }
}

void SequenceIndexBuilder::collect_seeds() {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (!searched_[i]) continue;
    for_each_kmer(
        entries_[i].sequence, kSeedLength, [&](std::size_t at, Kmer forward, Kmer reverse) {
          const auto place = static_cast<SeedPlace>((offsets_[i] + at) << 1);
          seeds_.push_back(forward <= reverse ? Seed{forward, place} : Seed{reverse, place | 1});
        });
  }
  std::sort(seeds_.begin(), seeds_.end(), [](const Seed& a, const Seed& b) {
    return a.kmer != b.kmer ? a.kmer < b.kmer : a.place < b.place;
  });
}

// Candidates for "lies inside" share the first k-mer on the same strand.
void SequenceIndexBuilder::find_contained() {
  is_contained_.assign(entries_.size(), 0);
  std::map<Kmer, std::vector<std::size_t>> by_first;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].kind != EntryKind::gene || entries_[i].sequence.size() < kSeedLength) continue;
    for_each_kmer(std::string_view(entries_[i].sequence).substr(0, kSeedLength), kSeedLength,
                  [&](std::size_t, Kmer forward, Kmer) { by_first[forward].push_back(i); });
  }
  for (std::size_t longer = 0; longer < entries_.size(); ++longer) {
    if (entries_[longer].kind != EntryKind::gene) continue;
    const std::string_view whole = entries_[longer].sequence;
    for_each_kmer(whole, kSeedLength, [&](std::size_t at, Kmer forward, Kmer) {
      const auto found = by_first.find(forward);
      if (found == by_first.end()) return;
      for (const std::size_t inner : found->second) {
        const std::string_view part = entries_[inner].sequence;
        if (part.size() >= whole.size() || is_contained_[inner]) continue;
        if (whole.substr(at, part.size()) != part) continue;
        is_contained_[inner] = 1;
        contained_.emplace_back(entries_[inner].id, entries_[longer].id);
      }
    });
  }
}

void SequenceIndexBuilder::write_entries(SectionWriter& writer) const {
  std::string sequences;
  StringPool strings;
  std::vector<EntryRecord> records;
  std::vector<EntryId> blocks;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto& entry = entries_[i];
    const auto name = strings.add(entry.name), gene = strings.add(entry.gene),
               id = strings.add(entry.id);
    records.push_back({.sequence_offset = offsets_[i],
                       .length = static_cast<std::uint32_t>(entry.sequence.size()),
                       .name_offset = name.first,
                       .name_length = name.second,
                       .gene_offset = gene.first,
                       .gene_length = gene.second,
                       .id_offset = id.first,
                       .id_length = id.second,
                       .kind = entry.kind,
                       .coding = coding_of(entry.sequence),
                       .contained = static_cast<std::uint8_t>(is_contained_[i]),
                       .reserved = 0});
    sequences += entry.sequence;
    while (blocks.size() * SequenceIndex::kBlock < sequences.size())
      blocks.push_back(static_cast<EntryId>(i));
  }
  writer.add(SequenceIndex::kEntries, records);
  writer.add_text(SequenceIndex::kSequences, sequences);
  writer.add_text(SequenceIndex::kStrings, strings.text());
  writer.add(SequenceIndex::kEntryBlocks, blocks);
}

void SequenceIndexBuilder::write_proteins(SectionWriter& writer) const {
  std::vector<ProteinKey> keys;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto& entry = entries_[i];
    if (entry.kind != EntryKind::gene || coding_of(entry.sequence) != Coding::complete) continue;
    const std::string protein = protein_of(entry.sequence);
    keys.push_back({XXH3_64bits(protein.data(), protein.size()), static_cast<EntryId>(i), 0});
  }
  std::sort(keys.begin(), keys.end(), [](const ProteinKey& a, const ProteinKey& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.entry < b.entry;
  });
  writer.add(SequenceIndex::kProteins, keys);
}

void SequenceIndexBuilder::write_seeds(SectionWriter& writer) const {
  std::vector<Kmer> kmers;
  std::vector<std::uint32_t> offsets;
  std::vector<SeedPlace> places;
  for (const auto& seed : seeds_) {
    if (kmers.empty() || kmers.back() != seed.kmer) {
      kmers.push_back(seed.kmer);
      offsets.push_back(static_cast<std::uint32_t>(places.size()));
    }
    places.push_back(seed.place);
  }
  offsets.push_back(static_cast<std::uint32_t>(places.size()));

  std::vector<std::uint32_t> buckets;
  const int shift = 2 * kSeedLength - SequenceIndex::kBucketBits;
  for (std::uint64_t bucket = 0; bucket <= std::uint64_t{1} << SequenceIndex::kBucketBits; ++bucket)
    buckets.push_back(static_cast<std::uint32_t>(
        std::lower_bound(kmers.begin(), kmers.end(), bucket << shift) - kmers.begin()));

  std::vector<std::uint64_t> filter(
      std::bit_ceil(std::max<std::size_t>(1, kmers.size() * kFilterBitsPerSeed / 64)));
  for (const Kmer kmer : kmers) {
    const std::uint64_t hash = mix(kmer);
    filter[(hash >> 12) & (filter.size() - 1)] |=
        (std::uint64_t{1} << (hash & 63)) | (std::uint64_t{1} << ((hash >> 6) & 63));
  }
  writer.add(SequenceIndex::kSeeds, kmers);
  writer.add(SequenceIndex::kSeedOffsets, offsets);
  writer.add(SequenceIndex::kSeedPlaces, places);
  writer.add(SequenceIndex::kBuckets, buckets);
  writer.add(SequenceIndex::kFilter, filter);
}

}  // namespace kres::genome
