#include "genome/reference/sequence_index.h"

#include <algorithm>
#include <bit>

#include <xxhash.h>

namespace kres::genome {

Result<SequenceIndex> SequenceIndex::open(const Path& path, bool verify) {
  KRES_ASSIGN(auto file, SectionFile::open(path, verify));
  SequenceIndex index(std::move(file));
  KRES_TRY(index.load());
  if (auto fits = index.check_bounds(); !fits) {
    auto error = fits.error();
    error.file = path.string();
    return fail(std::move(error));
  }
  return index;
}

Result<void> SequenceIndex::load() {
  KRES_ASSIGN(entries_, file_.section<EntryRecord>(kEntries));
  KRES_ASSIGN(sequences_, file_.text(kSequences));
  KRES_ASSIGN(strings_, file_.text(kStrings));
  KRES_ASSIGN(seeds_, file_.section<Kmer>(kSeeds));
  KRES_ASSIGN(seed_offsets_, file_.section<std::uint32_t>(kSeedOffsets));
  KRES_ASSIGN(seed_places_, file_.section<SeedPlace>(kSeedPlaces));
  KRES_ASSIGN(buckets_, file_.section<std::uint32_t>(kBuckets));
  KRES_ASSIGN(filter_, file_.section<std::uint64_t>(kFilter));
  KRES_ASSIGN(entry_blocks_, file_.section<EntryId>(kEntryBlocks));
  KRES_ASSIGN(proteins_, file_.section<ProteinKey>(kProteins));
  filter_mask_ = filter_.size() - 1;
  return {};
}

// Cheap checks that keep an altered index from being read out of bounds; `verify` finds any other
// change.
Result<void> SequenceIndex::check_bounds() const {
  const auto corrupt = [] {
    return fail({ErrorCode::corrupt, "index is altered: its tables do not fit together", "", 0,
                 "build the reference set again"});
  };
  if (!std::has_single_bit(filter_.size())) return corrupt();
  if (seed_offsets_.size() != seeds_.size() + 1 ||
      buckets_.size() != (std::size_t{1} << kBucketBits) + 1)
    return corrupt();
  if (seed_offsets_.back() != seed_places_.size() || buckets_.back() != seeds_.size())
    return corrupt();
  if (entry_blocks_.size() * kBlock < sequences_.size()) return corrupt();
  const auto inside = [](std::uint64_t offset, std::uint64_t length, std::uint64_t size) {
    return offset <= size && length <= size - offset;
  };
  for (const auto& entry : entries_)
    if (!inside(entry.sequence_offset, entry.length, sequences_.size()) ||
        !inside(entry.name_offset, entry.name_length, strings_.size()) ||
        !inside(entry.gene_offset, entry.gene_length, strings_.size()) ||
        !inside(entry.id_offset, entry.id_length, strings_.size()))
      return corrupt();
  for (const auto& key : proteins_)
    if (key.entry >= entries_.size()) return corrupt();
  return {};
}

std::span<const SeedPlace> SequenceIndex::places(Kmer canonical) const {
  const auto bucket = canonical >> (2 * kSeedLength - kBucketBits);
  const auto* first = seeds_.data() + buckets_[bucket];
  const auto* last = seeds_.data() + buckets_[bucket + 1];
  const auto* found = std::lower_bound(first, last, canonical);
  if (found == last || *found != canonical) return {};
  const auto seed = static_cast<std::size_t>(found - seeds_.data());
  return seed_places_.subspan(seed_offsets_[seed], seed_offsets_[seed + 1] - seed_offsets_[seed]);
}

std::vector<EntryId> SequenceIndex::genes_with_protein(std::string_view protein) const {
  const std::uint64_t hash = XXH3_64bits(protein.data(), protein.size());
  auto at =
      std::lower_bound(proteins_.begin(), proteins_.end(), hash,
                       [](const ProteinKey& key, std::uint64_t value) { return key.hash < value; });
  std::vector<EntryId> genes;
  for (; at != proteins_.end() && at->hash == hash; ++at)
    if (protein_of(sequence(at->entry)) == protein) genes.push_back(at->entry);
  return genes;
}

EntryId SequenceIndex::entry_at(std::uint64_t position) const {
  EntryId id = entry_blocks_[position / kBlock];
  while (position >= entries_[id].sequence_offset + entries_[id].length) ++id;
  return id;
}

}  // namespace kres::genome
