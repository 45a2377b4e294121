#include "app/stated_species.h"

#include <algorithm>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::app {

namespace {

constexpr std::size_t kSuggested = 3;  // names at most
constexpr std::size_t kMostEdits = 6;  // letters of a name that may be wrong

// Names of two words and more; a genus or a pattern is no species.
void add_names(std::set<std::string>& names, std::string_view cell) {
  if (cell.find(' ') != std::string_view::npos && cell.find('*') == std::string_view::npos)
    names.emplace(cell);
}

Result<std::set<std::string>> known_species(const genome::ReferenceSet& reference) {
  std::set<std::string> names;
  KRES_ASSIGN(const auto organisms, reference.table("organisms.tsv"));
  KRES_ASSIGN(const auto organism_table,
              TsvTable::parse(organisms, "organisms.tsv",
                              {"name", "genus", "family", "group", "within", "ecoff_as"}));
  for (const auto& row : organism_table.rows()) {
    add_names(names, row["name"]);
    for (const auto within : split(row["within"], ';')) add_names(names, trim(within));
  }
  const auto& index = reference.species();
  for (std::uint32_t i = 0; i < index.species_count(); ++i)
    if (!index.species_name(i).ends_with(" sp.")) add_names(names, index.species_name(i));
  return names;
}

// Letters to change, add or leave out (Levenshtein's distance), in any case of letters.
std::size_t edits_between(std::string_view from, std::string_view to) {
  const std::string a = to_lower(from), b = to_lower(to);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

// "did you mean Klebsiella pneumoniae?", or where to find the names.
std::string hint_for(const std::string& stated, const std::set<std::string>& names) {
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const auto& name : names)
    if (const auto edits = edits_between(stated, name); edits <= kMostEdits)
      near.emplace_back(edits, name);
  std::sort(near.begin(), near.end());
  if (near.size() > kSuggested) near.resize(kSuggested);
  if (near.empty()) return "write genus and species, or leave --species out: it is then found";
  std::string text;
  for (const auto& [edits, name] : near) text += (text.empty() ? "" : ", ") + name;
  return fmt::format("did you mean {}?", text);
}

}  // namespace

Result<std::string> stated_species(const std::string& stated,
                                   const genome::ReferenceSet& reference) {
  const std::string wanted(trim(stated));
  if (wanted.empty()) return std::string();
  KRES_ASSIGN(const auto names, known_species(reference));
  for (const auto& name : names)
    if (iequals(name, wanted)) return name;
  return bad_input(fmt::format("no species is called '{}' here", wanted), "--species", 0,
                   hint_for(wanted, names));
}

}  // namespace kres::app
