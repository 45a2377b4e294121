#include "genome/reference/import_ncbi_subclasses.h"

#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres::genome {

Result<NcbiSubclasses> NcbiSubclasses::parse(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name, {"subclass", "only_for", "agents", "source"}));
  NcbiSubclasses result;
  for (const auto& row : table.rows()) {
    std::vector<std::string> agents;
    for (const auto agent : split(row["agents"], ';'))
      if (!trim(agent).empty()) agents.emplace_back(trim(agent));
    if (!result.agents_.emplace(std::pair(row["subclass"], row["only_for"]), std::move(agents))
             .second)
      return bad_input(fmt::format("subclass '{}' stands twice", row["subclass"]), name,
                       row.line());
  }
  return result;
}

NcbiAgents NcbiSubclasses::agents_of(std::string_view subclass,
                                     const std::vector<std::string>& only_for) const {
  NcbiAgents result;
  std::set<std::string> agents;
  for (const auto part : split(subclass, '/')) {
    if (part.empty()) continue;
    auto found = agents_.end();
    for (const auto& limit : only_for)
      if (found == agents_.end()) found = agents_.find({std::string(part), limit});
    if (found == agents_.end()) found = agents_.find({std::string(part), ""});
    if (found == agents_.end())
      result.unknown.emplace_back(part);
    else
      agents.insert(found->second.begin(), found->second.end());
  }
  result.agents.assign(agents.begin(), agents.end());
  return result;
}

std::string ncbi_drug_class(std::string_view text) {
  return replace_all(replace_all(to_lower(text), "/", ", "), "_", " ");
}

}  // namespace kres::genome
