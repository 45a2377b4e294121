#include "vocabulary/agent_table.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/tsv.h"

namespace kres {

namespace {

std::string key_of(std::string_view text) {
  std::string key = to_lower(trim(text));
  for (char& c : key)
    if (c == '/' || c == '+') c = '-';
  return replace_all(std::move(key), " - ", "-");
}

}  // namespace

Result<void> AgentTable::add_key(const std::string& key, std::size_t index, const std::string& name,
                                 std::size_t line) {
  const auto [at, added] = by_key_.emplace(key_of(key), index);
  if (!added && at->second != index)
    return bad_input(fmt::format("'{}' already means agent '{}'", key, agents_[at->second].name),
                     name, line);
  return {};
}

Result<AgentTable> AgentTable::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table,
              TsvTable::parse(text, name,
                              {"agent", "code", "class", "name_nb", "name_en", "resfinder_names"}));
  AgentTable agents;
  for (const auto& row : table.rows()) {
    const std::size_t index = agents.agents_.size();
    Agent agent{.name = std::string(row["agent"]),
                .code = std::string(row["code"]),
                .drug_class = std::string(row["class"]),
                .title = {std::string(row["name_nb"]), std::string(row["name_en"])},
                .resfinder_names = {}};
    if (agent.name.empty() || agent.drug_class.empty() || agent.title.nb.empty() ||
        agent.title.en.empty())
      return bad_input("an agent needs a name, a class and its names in nb and en", name,
                       row.line());
    for (const auto part : split(row["resfinder_names"], ';'))
      if (!trim(part).empty()) agent.resfinder_names.emplace_back(trim(part));
    agents.agents_.push_back(agent);
    for (const auto& key : {agent.name, agent.title.nb, agent.title.en, agent.code})
      if (!key.empty()) KRES_TRY(agents.add_key(key, index, name, row.line()));
    for (const auto& resfinder : agent.resfinder_names)
      if (!agents.by_resfinder_.emplace(to_lower(resfinder), index).second)
        return bad_input(fmt::format("ResFinder name '{}' occurs twice", resfinder), name,
                         row.line());
  }
  return agents;
}

const Agent* AgentTable::find(std::string_view text) const {
  const auto at = by_key_.find(key_of(text));
  return at == by_key_.end() ? nullptr : &agents_[at->second];
}

const Agent* AgentTable::find_resfinder(std::string_view phenotype) const {
  const auto at = by_resfinder_.find(to_lower(trim(phenotype)));
  return at == by_resfinder_.end() ? nullptr : &agents_[at->second];
}

std::size_t AgentTable::order_of(std::string_view name) const {
  const auto at = by_key_.find(key_of(name));
  return at == by_key_.end() ? agents_.size() : at->second;
}

}  // namespace kres
