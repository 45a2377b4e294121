#include "genome/resistance/taxgroups.h"

#include "base/text.h"
#include "base/tsv.h"

namespace kres::genome {

Result<Taxgroups> Taxgroups::parse(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"taxgroup", "species", "source"}));
  Taxgroups taxgroups;
  for (const auto& row : table.rows())
    taxgroups.rows_.push_back({std::string(row["taxgroup"]), std::string(row["species"])});
  return taxgroups;
}

std::string Taxgroups::group_of(const Species& species) const {
  for (const auto& row : rows_)
    if ((!species.name.empty() && glob_match(row.pattern, species.name)) ||
        (!species.complex.empty() && glob_match(row.pattern, species.complex)))
      return row.group;
  return "";
}

}  // namespace kres::genome
