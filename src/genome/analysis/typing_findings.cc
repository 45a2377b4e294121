#include "genome/analysis/typing_findings.h"

#include <fmt/format.h>

#include "base/text.h"
#include "genome/species/contamination.h"

namespace kres::genome {

namespace {

constexpr const char* kNamedBy = "profile:";
constexpr const char* kContradicts = "profile_contradicts:";

std::string complex_of(const SpeciesTable& table, const std::string& species) {
  const auto* row = table.find(species);
  return row == nullptr ? "" : row->complex;
}

// Whether what the k-mers told leaves room for the species.
bool fits(const Species& found, const std::string& species, const SpeciesTable& table) {
  if (found.rank == "unknown") return true;
  if (found.rank == "genus") return found.name == genus_of(species);
  return found.rank == "complex" && found.name == complex_of(table, species);
}

void add_evidence(Species& species, const Typing& typing, const Settings& settings) {
  bool agrees = false, contradicts = false;
  for (const auto& told : typing.species) {
    const bool same = told.species == species.name;
    (same ? agrees : contradicts) = true;
    species.evidence.push_back(
        fmt::format("{}{} ({})", same ? kNamedBy : kContradicts, told.species, told.basis));
  }
  const double second = species.second ? species.second->ani : 0;
  const bool clear_by_kmers =
      species.ani >= settings.species_ani && species.ani - second >= settings.species_gap;
  if (!agrees || contradicts || species.stated_by_user || !clear_by_kmers) return;
  std::erase_if(species.evidence,
                [](const std::string& code) { return code.starts_with("not_told_apart:"); });
  species.confidence = "high";
}

void judge_loci_twice(Contamination& contamination, const Typing& typing,
                      std::vector<std::string> loci_twice, const Settings& settings) {
  const auto count = static_cast<double>(loci_twice.size());
  contamination.single_copy_loci_twice = static_cast<std::uint32_t>(loci_twice.size());
  contamination.loci_twice = std::move(loci_twice);
  if (count >= settings.loci_twice_warn)
    raise(contamination, count >= settings.loci_twice_fail ? Verdict::fail : Verdict::warn,
          fmt::format("{} single-copy loci stand there twice with different bases", count));
  else if (!typing.two_alleles.empty())
    raise(contamination, Verdict::warn,
          fmt::format("two exact alleles of {}", join(typing.two_alleles, "; ")));
}

}  // namespace

bool name_species_by_type(Species& species, const Typing& typing, const SpeciesTable& table) {
  if (species.rank == "species" || typing.species.empty()) return false;
  const auto& first = typing.species.front();
  for (const auto& other : typing.species)
    if (other.species != first.species) return false;
  if (!fits(species, first.species, table)) return false;
  species.name = first.species;
  species.rank = "species";
  species.complex = complex_of(table, first.species);
  species.confidence = "low";
  return true;
}

void add_typing(GenomeResult& result, Typing typing, std::vector<std::string> loci_twice,
                const Settings& settings) {
  add_evidence(result.species, typing, settings);
  judge_loci_twice(result.contamination, typing, std::move(loci_twice), settings);
  result.mlst = std::move(typing.schemes);
}

std::vector<std::string> typing_warnings(const GenomeResult& result) {
  std::vector<std::string> warnings;
  for (const auto& mlst : result.mlst) {
    const auto type = mlst.note.substr(mlst.note.find(':') + 1);
    if (!mlst.for_species)
      warnings.push_back(fmt::format("{}:{} {}",
                                     mlst.note.starts_with("against_species")
                                         ? "scheme_against_species"
                                         : "scheme_without_species",
                                     mlst.scheme, type));
    for (const auto& allele : mlst.alleles)
      if (allele.call.find(',') != std::string::npos)
        warnings.push_back("two_alleles:" + allele.locus);
  }
  for (const auto& evidence : result.species.evidence)
    if (evidence.starts_with(kContradicts))
      warnings.push_back("species_by_type_differs:" +
                         evidence.substr(std::string_view(kContradicts).size()));
  return warnings;
}

}  // namespace kres::genome
