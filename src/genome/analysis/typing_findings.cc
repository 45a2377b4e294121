#include "genome/analysis/typing_findings.h"

#include <fmt/format.h>

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

void add_typing(GenomeResult& result, Typing typing) {
  for (const auto& told : typing.species)
    result.species.evidence.push_back(
        fmt::format("{}{} ({})", told.species == result.species.name ? kNamedBy : kContradicts,
                    told.species, told.basis));
  auto& contamination = result.contamination;
  contamination.loci_twice.insert(contamination.loci_twice.end(), typing.loci_twice.begin(),
                                  typing.loci_twice.end());
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
