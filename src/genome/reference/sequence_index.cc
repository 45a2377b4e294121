#include "genome/reference/sequence_index.h"

#include <algorithm>

#include <xxhash.h>

namespace kres::genome {

Result<SequenceIndex> SequenceIndex::open(const Path& path, bool verify) {
  KRES_ASSIGN(auto file, SectionFile::open(path, verify));
  SequenceIndex index(std::move(file));
  KRES_TRY(index.load());
  KRES_ASSIGN(const bool seeds_fit, index.seeds_.load(index.file_, index.sequences_.size()));
  if (!seeds_fit || !index.fits())
    return fail({ErrorCode::corrupt, "index is altered: its tables do not fit together",
                 path.string(), 0, "build the reference set again"});
  return index;
}

Result<void> SequenceIndex::load() {
  KRES_ASSIGN(entries_, file_.section<EntryRecord>(kEntries));
  KRES_ASSIGN(sequences_, file_.text(kSequences));
  KRES_ASSIGN(strings_, file_.text(kStrings));
  KRES_ASSIGN(proteins_, file_.section<ProteinKey>(kProteins));
  return {};
}

// Cheap checks that keep an altered index from being read out of bounds; `verify` finds any other
// change.
bool SequenceIndex::fits() const {
  const auto inside = [](std::uint64_t offset, std::uint64_t length, std::uint64_t size) {
    return offset <= size && length <= size - offset;
  };
  return std::all_of(entries_.begin(), entries_.end(),
                     [&](const EntryRecord& entry) {
                       return inside(entry.sequence_offset, entry.length, sequences_.size()) &&
                              inside(entry.name_offset, entry.name_length, strings_.size()) &&
                              inside(entry.gene_offset, entry.gene_length, strings_.size()) &&
                              inside(entry.id_offset, entry.id_length, strings_.size());
                     }) &&
         std::all_of(proteins_.begin(), proteins_.end(),
                     [&](const ProteinKey& key) { return key.entry < entries_.size(); });
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

}  // namespace kres::genome
