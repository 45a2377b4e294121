#include "genome/reference/protein_index.h"

#include <algorithm>
#include <bit>

#include <xxhash.h>

namespace kres::genome {

int ProteinIndex::bucket_bits_for(std::size_t words) {
  return std::clamp(static_cast<int>(std::bit_width(words)), 1, kMostBucketBits);
}

Result<ProteinIndex> ProteinIndex::open(const Path& path, bool verify) {
  KRES_ASSIGN(auto file, SectionFile::open(path, verify));
  ProteinIndex index(std::move(file));
  KRES_TRY(index.load());
  if (!index.tables_fit())
    return fail({ErrorCode::corrupt, "protein index is altered: its tables do not fit together",
                 path.string(), 0, "build the reference set again"});
  return index;
}

Result<void> ProteinIndex::load() {
  KRES_ASSIGN(proteins_, file_.section<ProteinRecord>(kProteins));
  KRES_ASSIGN(sequences_, file_.text(kSequences));
  KRES_ASSIGN(strings_, file_.text(kStrings));
  KRES_ASSIGN(words_, file_.section<Word>(kWords));
  KRES_ASSIGN(word_offsets_, file_.section<std::uint32_t>(kWordOffsets));
  KRES_ASSIGN(places_, file_.section<std::uint32_t>(kPlaces));
  KRES_ASSIGN(buckets_, file_.section<std::uint32_t>(kBuckets));
  KRES_ASSIGN(filter_, file_.section<std::uint64_t>(kFilter));
  KRES_ASSIGN(exact_, file_.section<ExactProtein>(kExact));
  KRES_ASSIGN(member_offsets_, file_.section<std::uint32_t>(kMemberOffsets));
  KRES_ASSIGN(members_, file_.section<ProteinId>(kMembers));
  KRES_ASSIGN(blocks_, file_.section<ProteinId>(kBlocks));
  bucket_shift_ = 64 - bucket_bits_for(words_.size());
  return {};
}

// Cheap checks that keep an altered index from being read out of bounds; `verify` finds any other
// change. Monotone offsets make every difference of neighbours a valid length.
bool ProteinIndex::tables_fit() const {
  const auto rises = [](std::span<const std::uint32_t> offsets, std::size_t end) {
    return !offsets.empty() && std::is_sorted(offsets.begin(), offsets.end()) &&
           offsets.back() == end;
  };
  if (filter_.empty() || filter_.size() >> 32 != 0) return false;
  if (word_offsets_.size() != words_.size() + 1 || !rises(word_offsets_, places_.size()))
    return false;
  if (buckets_.size() != (std::size_t{1} << bucket_bits_for(words_.size())) + 1 ||
      !rises(buckets_, words_.size()))
    return false;
  if (member_offsets_.size() != proteins_.size() + 1 || !rises(member_offsets_, members_.size()))
    return false;
  if (blocks_.size() * kBlock < sequences_.size()) return false;
  const auto known = [&](ProteinId id) { return id < proteins_.size(); };
  const auto inside = [](TextRef ref, std::size_t size) {
    return ref.offset <= size && ref.length <= size - ref.offset;
  };
  for (const auto& record : proteins_) {
    if (!inside({record.offset, record.length}, sequences_.size())) return false;
    if (!known(record.representative)) return false;
    for (const auto ref : {record.id, record.name, record.gene, record.family, record.scopes,
                           record.agents, record.drug_class, record.critical_family})
      if (!inside(ref, strings_.size())) return false;
  }
  return std::all_of(members_.begin(), members_.end(), known) &&
         std::all_of(blocks_.begin(), blocks_.end(), known) &&
         std::all_of(exact_.begin(), exact_.end(),
                     [&](const ExactProtein& exact) { return known(exact.protein); }) &&
         std::all_of(places_.begin(), places_.end(),
                     [&](std::uint32_t place) { return place < sequences_.size(); });
}

std::span<const std::uint32_t> ProteinIndex::places(Word word) const {
  const std::uint64_t key = mixed(word);
  const auto bucket = key >> bucket_shift_;
  const auto* first = words_.data() + buckets_[bucket];
  const auto* last = words_.data() + buckets_[bucket + 1];
  const auto* found = std::lower_bound(
      first, last, key, [](Word at, std::uint64_t value) { return mixed(at) < value; });
  if (found == last || *found != word) return {};
  const auto at = static_cast<std::size_t>(found - words_.data());
  return places_.subspan(word_offsets_[at], word_offsets_[at + 1] - word_offsets_[at]);
}

ProteinId ProteinIndex::protein_at(std::uint32_t position) const {
  ProteinId id = blocks_[position / kBlock];
  while (id + 1 < proteins_.size() && position >= proteins_[id].offset + proteins_[id].length) ++id;
  return id;
}

std::vector<ProteinId> ProteinIndex::equal_to(std::string_view sequence) const {
  const std::uint64_t hash = XXH3_64bits(sequence.data(), sequence.size());
  auto at = std::lower_bound(
      exact_.begin(), exact_.end(), hash,
      [](const ExactProtein& exact, std::uint64_t value) { return exact.hash < value; });
  std::vector<ProteinId> found;
  for (; at != exact_.end() && at->hash == hash; ++at)
    if (this->sequence(at->protein) == sequence) found.push_back(at->protein);
  return found;
}

}  // namespace kres::genome
