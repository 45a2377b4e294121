#include "genome/typing/scheme_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"
#include "base/whole_number.h"

namespace kres::genome {

namespace {

std::vector<std::string> list(std::string_view cell) {
  std::vector<std::string> items;
  for (const auto item : split(cell, ';'))
    if (!trim(item).empty()) items.emplace_back(trim(item));
  return items;
}

}  // namespace

Result<SchemeTable> SchemeTable::parse(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name,
                              {"scheme", "title", "species", "order", "repeated_loci", "source"}));
  SchemeTable schemes;
  for (const auto& row : table.rows()) {
    const auto order = parse_int_within(row["order"], 0, 1000);
    if (!order)
      return bad_input(fmt::format("'{}' is no place in an order", row["order"]), name, row.line());
    if (schemes.find(row["scheme"]) != nullptr)
      return bad_input(fmt::format("scheme '{}' occurs twice", row["scheme"]), name, row.line());
    schemes.rows_.push_back({.scheme = std::string(row["scheme"]),
                             .title = std::string(row["title"]),
                             .species = list(row["species"]),
                             .order = *order,
                             .repeated_loci = list(row["repeated_loci"])});
  }
  return schemes;
}

const SchemeRow* SchemeTable::find(std::string_view scheme) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(),
                                  [&](const SchemeRow& row) { return row.scheme == scheme; });
  return found == rows_.end() ? nullptr : &*found;
}

bool is_for_species(const SchemeRow& row, std::string_view species) {
  return std::any_of(row.species.begin(), row.species.end(),
                     [&](const std::string& pattern) { return glob_match(pattern, species); });
}

}  // namespace kres::genome
