#include "genome/reference/gene_families.h"

#include <algorithm>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::genome {

Result<GeneFamilies> GeneFamilies::parse(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"pattern", "critical", "add_agents", "source"}));
  GeneFamilies families;
  for (const auto& row : table.rows()) {
    GeneFamily family{.pattern = std::string(row["pattern"]),
                      .critical = std::string(row["critical"])};
    for (const auto agent : split(row["add_agents"], ';'))
      if (!trim(agent).empty()) family.add_agents.emplace_back(trim(agent));
    families.families_.push_back(std::move(family));
  }
  return families;
}

const GeneFamily* GeneFamilies::find(std::string_view gene_name) const {
  const auto found =
      std::find_if(families_.begin(), families_.end(),
                   [&](const GeneFamily& family) { return glob_match(family.pattern, gene_name); });
  return found == families_.end() ? nullptr : &*found;
}

std::string gene_of(std::string_view allele_name) {
  if (allele_name.starts_with("bla")) {
    const auto dash = allele_name.find_last_of('-');
    const bool numbered = dash != std::string_view::npos && dash + 1 < allele_name.size() &&
                          allele_name[dash + 1] >= '0' && allele_name[dash + 1] <= '9';
    return std::string(numbered ? allele_name.substr(0, dash) : allele_name);
  }
  if (allele_name.starts_with("mcr-"))
    return std::string(allele_name.substr(0, allele_name.find('.')));
  return std::string(allele_name);
}

}  // namespace kres::genome
