#include "genome/species/species_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::genome {

namespace {

std::vector<std::string> list(std::string_view cell) {
  std::vector<std::string> items;
  for (const auto item : split(cell, ';'))
    if (!trim(item).empty()) items.emplace_back(trim(item));
  return items;
}

}  // namespace

Result<SpeciesTable> SpeciesTable::parse(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name,
                                                {"name", "complex", "length_min", "length_max",
                                                 "gc_min", "gc_max", "group"},
                                                {"includes", "close"}));
  SpeciesTable species;
  for (const auto& row : table.rows()) {
    SpeciesRow entry{.pattern = std::string(row["name"]),
                     .complex = std::string(row["complex"]),
                     .group = std::string(row["group"]),
                     .includes = list(row["includes"]),
                     .close = list(row["close"])};
    const std::pair<const char*, double*> numbers[] = {{"length_min", &entry.length_min},
                                                       {"length_max", &entry.length_max},
                                                       {"gc_min", &entry.gc_min},
                                                       {"gc_max", &entry.gc_max}};
    for (const auto& [column, value] : numbers) {
      const auto number = parse_double(row[column]);
      if (!number)
        return bad_input(fmt::format("'{}' in column {} is not a number", row[column], column),
                         name, row.line());
      *value = *number;
    }
    species.rows_.push_back(std::move(entry));
  }
  return species;
}

const SpeciesRow* SpeciesTable::find(std::string_view species) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const SpeciesRow& row) {
    return glob_match(row.pattern, species);
  });
  return found == rows_.end() ? nullptr : &*found;
}

bool is_named_species(std::string_view species) { return !species.ends_with(" sp."); }

std::string genus_of(std::string_view species) {
  return std::string(species.substr(0, species.find(' ')));
}

}  // namespace kres::genome
