#include "vocabulary/organism_table.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres {

bool Organism::is_within(std::string_view scope) const {
  return iequals(scope, name) || iequals(scope, genus) || iequals(scope, family) ||
         iequals(scope, group) ||
         std::any_of(within.begin(), within.end(),
                     [&](const std::string& other) { return iequals(scope, other); });
}

namespace {

bool names_two_species(const std::vector<std::string_view>& words) {
  constexpr std::array<std::string_view, 6> kBetween{"and", "or", "og", "eller", "&", "+"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word.find('/') != std::string_view::npos ||
           std::any_of(kBetween.begin(), kBetween.end(),
                       [&](std::string_view between) { return iequals(word, between); });
  });
}

}  // namespace

bool Organism::names_species() const {
  const auto words = split(name, ' ');
  if (words.size() < 2 || !iequals(words[0], genus)) return false;
  return !iequals(words[1], "sp.") && !iequals(words[1], "spp.") && !iequals(words[1], "sp") &&
         !iequals(words[1], "spp") && !iequals(words[1], "species");
}

Result<OrganismTable> OrganismTable::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(
      const auto table,
      TsvTable::parse(text, name, {"name", "genus", "family", "group", "within", "ecoff_as"}));
  OrganismTable organisms;
  for (const auto& row : table.rows()) {
    Organism organism{.name = std::string(row["name"]),
                      .genus = std::string(row["genus"]),
                      .family = std::string(row["family"]),
                      .group = std::string(row["group"]),
                      .within = {},
                      .ecoff_as = std::string(row["ecoff_as"])};
    for (const auto part : split(row["within"], ';'))
      if (!trim(part).empty()) organism.within.emplace_back(trim(part));
    if (organism.name.empty() || organism.genus.empty() || organism.group.empty())
      return bad_input("an organism needs a name, a genus and a group", name, row.line());
    if (std::any_of(organisms.rows_.begin(), organisms.rows_.end(),
                    [&](const Organism& other) { return iequals(other.name, organism.name); }))
      return bad_input(fmt::format("organism '{}' occurs twice", organism.name), name, row.line());
    organisms.rows_.push_back(std::move(organism));
  }
  return organisms;
}

const Organism* OrganismTable::find(std::string_view name) const {
  for (const auto& row : rows_)
    if (iequals(row.name, name)) return &row;
  for (const auto& row : rows_)
    if (std::any_of(row.within.begin(), row.within.end(),
                    [&](const std::string& other) { return iequals(other, name); }))
      return &row;
  return nullptr;
}

const Organism* OrganismTable::find_abbreviated(char initial, std::string_view epithet) const {
  const Organism* only = nullptr;
  for (const auto& row : rows_) {
    const auto words = split(row.name, ' ');
    if (words.size() != 2 || words[0].front() != initial || !iequals(words[1], epithet)) continue;
    if (only != nullptr) return nullptr;
    only = &row;
  }
  return only;
}

// "Escherichia coli / K. pneumoniae", "Escherichia coli og Klebsiella".
bool OrganismTable::names_two_genera(const std::vector<std::string_view>& words) const {
  return std::any_of(words.begin() + 1, words.end(), [&](std::string_view word) {
    const auto last = word.substr(word.rfind('/') + 1);  // npos + 1 is 0
    if (last.size() == 2 && last[1] == '.') return last[0] != words[0].front();
    return std::any_of(rows_.begin(), rows_.end(), [&](const Organism& row) {
      return iequals(row.genus, last) && !iequals(row.genus, words[0]);
    });
  });
}

std::optional<Organism> OrganismTable::resolve(std::string_view text) const {
  std::vector<std::string_view> words;
  for (const auto word : split(trim(text), ' '))
    if (!word.empty()) words.push_back(word);
  if (words.empty()) return std::nullopt;
  if (const auto* row = find(trim(text)); row != nullptr && words.size() > 1) return *row;
  if (names_two_genera(words)) return std::nullopt;
  if (words.size() > 1 && !names_two_species(words)) {
    const auto species = std::string(words[0]) + " " + std::string(words[1]);
    if (const auto* row = find(species)) return *row;
    if (words[0].size() == 2 && words[0][1] == '.')
      if (const auto* row = find_abbreviated(words[0][0], words[1])) return *row;
  }
  const auto* genus = find(words[0]);
  if (genus == nullptr) return std::nullopt;
  Organism organism = *genus;
  organism.genus_only = true;
  if (words.size() > 1) organism.name = std::string(trim(text));
  return organism;
}

std::vector<Organism> OrganismTable::species_of(const Organism& organism) const {
  std::vector<Organism> species;
  for (const auto& row : rows_)
    if (row.names_species() && (iequals(row.genus, organism.genus) || row.is_within(organism.name)))
      species.push_back(row);
  return species;
}

bool OrganismTable::knows(std::string_view scope) const {
  return std::any_of(rows_.begin(), rows_.end(),
                     [&](const Organism& organism) { return organism.is_within(scope); });
}

}  // namespace kres
