#include "genome/reference/mlst_index.h"

#include <algorithm>

#include <xxhash.h>

#include "base/text.h"
#include "genome/reference/sequence_index.h"

namespace kres::genome {

namespace {

bool inside(std::uint64_t first, std::uint64_t count, std::size_t size) {
  return first <= size && count <= size - first;
}

std::size_t shared_alleles(std::span<const std::uint32_t> profile,
                           const std::vector<std::uint32_t>& alleles) {
  std::size_t shared = 0;
  for (std::size_t i = 0; i < alleles.size(); ++i)
    shared += alleles[i] != kMissingAllele && profile[i] == alleles[i];
  return shared;
}

bool matches(std::span<const std::uint32_t> profile, const std::vector<std::uint32_t>& alleles) {
  for (std::size_t i = 0; i < alleles.size(); ++i)
    if (profile[i] != kAnyAllele && profile[i] != alleles[i]) return false;
  return true;
}

}  // namespace

Result<MlstIndex> MlstIndex::open(const Path& path, bool verify) {
  KRES_ASSIGN(auto file, SectionFile::open(path, verify));
  MlstIndex index(std::move(file));
  KRES_TRY(index.load());
  if (!index.tables_fit())
    return fail({ErrorCode::corrupt, "index is altered: its tables do not fit together",
                 path.string(), 0, "build the reference set again"});
  return index;
}

Result<void> MlstIndex::load() {
  KRES_ASSIGN(schemes_, file_.section<SchemeRecord>(kSchemes));
  KRES_ASSIGN(loci_, file_.section<LocusRecord>(kLoci));
  KRES_ASSIGN(strings_, file_.text(kStrings));
  KRES_ASSIGN(alleles_, file_.section<AlleleRecord>(kAlleles));
  KRES_ASSIGN(lengths_, file_.section<std::uint32_t>(kLengths));
  KRES_ASSIGN(starts_, file_.section<Kmer>(kStarts));
  KRES_ASSIGN(sequences_, file_.text(kSequences));
  KRES_ASSIGN(profiles_, file_.section<std::uint32_t>(kProfiles));
  KRES_ASSIGN(const auto species, file_.text(kSpecies));
  species_ = split(species, '\n');
  species_.pop_back();  // what follows the last end of line
  return {};
}

bool MlstIndex::tables_fit() const {
  for (const auto& scheme : schemes_) {
    const std::uint64_t cells =
        std::uint64_t{scheme.profile_count} * (std::uint64_t{scheme.locus_count} + 2);
    if (!inside(scheme.name_offset, scheme.name_length, strings_.size()) ||
        !inside(scheme.first_locus, scheme.locus_count, loci_.size()) ||
        !inside(scheme.first_cell, cells, profiles_.size()) ||
        scheme.open_count > scheme.profile_count)
      return false;
  }
  for (const auto& locus : loci_)
    if (!inside(locus.name_offset, locus.name_length, strings_.size()) ||
        locus.scheme >= schemes_.size() ||
        !inside(locus.first_allele, locus.allele_count, alleles_.size()) ||
        !inside(locus.first_length, locus.length_count, lengths_.size()) ||
        !inside(locus.first_start, locus.start_count, starts_.size()))
      return false;
  return true;
}

std::string_view MlstIndex::species(std::uint32_t species) const {
  return species == 0 || species > species_.size() ? std::string_view() : species_[species - 1];
}

std::span<const AlleleRecord> MlstIndex::alleles(LocusId locus) const {
  return alleles_.subspan(loci_[locus].first_allele, loci_[locus].allele_count);
}

std::string_view MlstIndex::sequence(const AlleleRecord& allele) const {
  return inside(allele.offset, allele.length, sequences_.size())
             ? sequences_.substr(allele.offset, allele.length)
             : std::string_view();
}

const AlleleRecord* MlstIndex::find(const LocusRecord& locus, std::string_view bases) const {
  const auto alleles = alleles_.subspan(locus.first_allele, locus.allele_count);
  const std::uint64_t hash = XXH3_64bits(bases.data(), bases.size());
  auto at = std::lower_bound(
      alleles.begin(), alleles.end(), hash,
      [](const AlleleRecord& allele, std::uint64_t value) { return allele.hash < value; });
  for (; at != alleles.end() && at->hash == hash; ++at)
    if (sequence(*at) == bases) return &*at;
  return nullptr;
}

ExactAllele MlstIndex::find_exact(LocusId id, std::string_view bases) const {
  const auto& locus = loci_[id];
  const auto lengths = lengths_.subspan(locus.first_length, locus.length_count);
  const auto starts = starts_.subspan(locus.first_start, locus.start_count);
  ExactAllele best;
  for_each_kmer(bases, kSeedLength, [&](std::size_t at, Kmer forward, Kmer) {
    if (!std::binary_search(starts.begin(), starts.end(), forward)) return;
    for (const auto length : lengths) {
      if (length <= best.length) break;
      if (at + length > bases.size()) continue;
      const auto* found = find(locus, bases.substr(at, length));
      if (found == nullptr) continue;
      best = {found->number, length, at, found->species};
      break;
    }
  });
  return best;
}

std::span<const std::uint32_t> MlstIndex::profile(SchemeId id, std::uint32_t number) const {
  const auto& scheme = schemes_[id];
  const std::size_t width = scheme.locus_count + 2;
  return profiles_.subspan(scheme.first_cell + number * width, width);
}

std::span<const std::uint32_t> MlstIndex::find_profile(
    SchemeId id, const std::vector<std::uint32_t>& alleles) const {
  const auto& scheme = schemes_[id];
  std::uint32_t low = 0, high = scheme.profile_count - scheme.open_count;
  const std::uint32_t closed = high;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    const auto row = profile(id, middle).first(alleles.size());
    if (std::lexicographical_compare(row.begin(), row.end(), alleles.begin(), alleles.end()))
      low = middle + 1;
    else
      high = middle;
  }
  if (low < closed && matches(profile(id, low), alleles)) return profile(id, low);
  for (auto open = closed; open < scheme.profile_count; ++open)
    if (matches(profile(id, open), alleles)) return profile(id, open);
  return {};
}

std::uint32_t MlstIndex::nearest_type(SchemeId id,
                                      const std::vector<std::uint32_t>& alleles) const {
  std::uint32_t type = 0;
  std::size_t most = 0;
  for (std::uint32_t i = 0; i < schemes_[id].profile_count; ++i) {
    const auto row = profile(id, i);
    const auto shared = shared_alleles(row, alleles);
    const auto st = row[alleles.size()];
    if (shared > most || (shared == most && shared > 0 && st < type)) type = st, most = shared;
  }
  return type;
}

}  // namespace kres::genome
