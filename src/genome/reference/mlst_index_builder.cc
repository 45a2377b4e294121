#include "genome/reference/mlst_index_builder.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include <fmt/format.h>
#include <xxhash.h>

#include "base/text.h"
#include "genome/reference/sequence_index.h"

namespace kres::genome {

namespace {

constexpr double kEnoughShared = 0.4;

// Alleles of a locus that together share enough k-mers with every other one.
std::vector<const NumberedAllele*> representatives(const SchemeLocus& locus) {
  std::vector<const NumberedAllele*> chosen;
  std::unordered_set<Kmer> known;
  for (const auto& allele : locus.alleles) {
    std::vector<Kmer> kmers;
    std::size_t shared = 0;
    for_each_kmer(allele.sequence, kSeedLength, [&](std::size_t, Kmer forward, Kmer reverse) {
      kmers.push_back(std::min(forward, reverse));
      shared += known.count(kmers.back());
    });
    if (static_cast<double>(shared) >= kEnoughShared * static_cast<double>(kmers.size())) continue;
    known.insert(kmers.begin(), kmers.end());
    chosen.push_back(&allele);
  }
  return chosen;
}

bool is_open(const SchemeProfile& profile) {
  return std::find(profile.alleles.begin(), profile.alleles.end(), kAnyAllele) !=
         profile.alleles.end();
}

}  // namespace

std::string locus_label(std::string_view scheme, std::string_view locus) {
  return fmt::format("{}/{}", scheme, locus);
}

std::vector<NewEntry> searched_alleles(const std::vector<TypingScheme>& schemes) {
  std::vector<NewEntry> entries;
  for (const auto& scheme : schemes)
    for (const auto& locus : scheme.loci)
      for (const auto* allele : representatives(locus))
        entries.push_back({.id = fmt::format("{}:{}/{}_{}", scheme.source, scheme.name, locus.name,
                                             allele->number),
                           .name = std::to_string(allele->number),
                           .gene = locus_label(scheme.name, locus.name),
                           .kind = EntryKind::allele,
                           .sequence = allele->sequence});
  return entries;
}

std::string MlstIndexBuilder::build() {
  for (const auto& scheme : schemes_) add_scheme(scheme);
  SectionWriter writer;
  writer.add(MlstIndex::kSchemes, scheme_records_);
  writer.add(MlstIndex::kLoci, locus_records_);
  writer.add_text(MlstIndex::kStrings, strings_);
  writer.add(MlstIndex::kAlleles, alleles_);
  writer.add(MlstIndex::kLengths, lengths_);
  writer.add(MlstIndex::kStarts, starts_);
  writer.add_text(MlstIndex::kSequences, sequences_);
  writer.add(MlstIndex::kProfiles, profiles_);
  writer.add_text(MlstIndex::kSpecies, species_.empty() ? "" : join(species_, "\n") + "\n");
  return writer.finish();
}

std::pair<std::uint32_t, std::uint32_t> MlstIndexBuilder::add_string(const std::string& text) {
  const auto offset = static_cast<std::uint32_t>(strings_.size());
  strings_ += text;
  return {offset, static_cast<std::uint32_t>(text.size())};
}

std::uint32_t MlstIndexBuilder::species_id(const std::string& name) {
  if (name.empty()) return 0;
  const auto found = std::find(species_.begin(), species_.end(), name);
  const auto at = static_cast<std::uint32_t>(found - species_.begin());
  if (found == species_.end()) species_.push_back(name);
  return at + 1;
}

void MlstIndexBuilder::add_scheme(const TypingScheme& scheme) {
  const auto name = add_string(scheme.name);
  SchemeRecord record{.name_offset = name.first,
                      .name_length = name.second,
                      .first_locus = static_cast<std::uint32_t>(locus_records_.size()),
                      .locus_count = static_cast<std::uint32_t>(scheme.loci.size()),
                      .first_cell = static_cast<std::uint32_t>(profiles_.size()),
                      .profile_count = static_cast<std::uint32_t>(scheme.profiles.size()),
                      .open_count = 0,
                      .reserved = 0};
  for (std::size_t i = 0; i < scheme.loci.size(); ++i) add_locus(scheme, i);
  add_profiles(scheme, record);
  scheme_records_.push_back(record);
}

void MlstIndexBuilder::add_locus(const TypingScheme& scheme, std::size_t at) {
  const auto& locus = scheme.loci[at];
  std::map<std::uint32_t, std::uint32_t> species_of;  // allele -> species of its profiles
  for (const auto& profile : scheme.profiles) {
    const auto species = species_id(profile.species);
    if (species == 0) continue;  // not told is no contradiction
    const auto [known, is_new] = species_of.try_emplace(profile.alleles[at], species);
    if (!is_new && known->second != species) known->second = kSeveralSpecies;
  }
  const auto name = add_string(locus.name);
  const auto first = alleles_.size();
  std::set<std::uint32_t, std::greater<>> lengths;
  std::set<Kmer> starts;
  for (const auto& allele : locus.alleles) {
    const auto species = species_of.find(allele.number);
    alleles_.push_back({.hash = XXH3_64bits(allele.sequence.data(), allele.sequence.size()),
                        .offset = sequences_.size(),
                        .length = static_cast<std::uint32_t>(allele.sequence.size()),
                        .number = allele.number,
                        .species = species == species_of.end() ? 0 : species->second,
                        .reserved = 0});
    sequences_ += allele.sequence;
    lengths.insert(alleles_.back().length);
    for_each_kmer(std::string_view(allele.sequence).substr(0, kSeedLength), kSeedLength,
                  [&](std::size_t, Kmer forward, Kmer) { starts.insert(forward); });
  }
  std::sort(alleles_.begin() + static_cast<std::ptrdiff_t>(first), alleles_.end(),
            [](const AlleleRecord& a, const AlleleRecord& b) {
              return a.hash != b.hash ? a.hash < b.hash : a.number < b.number;
            });
  locus_records_.push_back({.name_offset = name.first,
                            .name_length = name.second,
                            .scheme = static_cast<std::uint32_t>(scheme_records_.size()),
                            .first_allele = static_cast<std::uint32_t>(first),
                            .allele_count = static_cast<std::uint32_t>(locus.alleles.size()),
                            .first_length = static_cast<std::uint32_t>(lengths_.size()),
                            .length_count = static_cast<std::uint32_t>(lengths.size()),
                            .first_start = static_cast<std::uint32_t>(starts_.size()),
                            .start_count = static_cast<std::uint32_t>(starts.size())});
  lengths_.insert(lengths_.end(), lengths.begin(), lengths.end());
  starts_.insert(starts_.end(), starts.begin(), starts.end());
}

void MlstIndexBuilder::add_profiles(const TypingScheme& scheme, SchemeRecord& record) {
  std::vector<const SchemeProfile*> rows;
  for (const auto& profile : scheme.profiles) rows.push_back(&profile);
  std::sort(rows.begin(), rows.end(), [](const SchemeProfile* a, const SchemeProfile* b) {
    return std::make_tuple(is_open(*a), std::cref(a->alleles), a->st) <
           std::make_tuple(is_open(*b), std::cref(b->alleles), b->st);
  });
  for (const auto* row : rows) {
    record.open_count += is_open(*row);
    profiles_.insert(profiles_.end(), row->alleles.begin(), row->alleles.end());
    profiles_.push_back(row->st);
    profiles_.push_back(species_id(row->species));
  }
}

}  // namespace kres::genome
