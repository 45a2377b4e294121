#include "genome/reference/index_builder.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include <xxhash.h>

#include "genome/kmer/kmer.h"
#include "genome/reference/seed_table_builder.h"

namespace kres::genome {

namespace {

constexpr double kEnoughShared = 0.4;

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
  find_contained();
  SectionWriter writer;
  write_entries(writer);
  write_proteins(writer);
  SeedTableBuilder(entries_, offsets_, searched_).write(writer);
  return writer.finish();
}

// What is always searched fills the pool of k-mers first; what is not is searched if too little of
// it is in the pool.
void SequenceIndexBuilder::choose_searched() {
  searched_.assign(entries_.size(), 1);
  std::unordered_set<Kmer> known;
  const auto decide = [&](std::size_t i, bool always) {
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
    if (entries_[i].kind == EntryKind::gene && entries_[i].always_searched) decide(i, true);
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (!entries_[i].always_searched) decide(i, false);
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
                       .only_looked_up = static_cast<std::uint8_t>(!searched_[i])});
    sequences += entry.sequence;
  }
  writer.add(SequenceIndex::kEntries, records);
  writer.add_text(SequenceIndex::kSequences, sequences);
  writer.add_text(SequenceIndex::kStrings, strings.text());
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

}  // namespace kres::genome
