#include "exchange/breakpoints/check_rows.h"

#include <fmt/format.h>

namespace kres::exchange {

Result<void> check_rows(const susceptibility::BreakpointTable& table, const AgentTable& agents,
                        const OrganismTable& organisms, const std::string& name) {
  if (table.rows().empty()) return bad_input("holds no breakpoints", name);
  for (const auto& row : table.rows()) {
    const auto refuse = [&](std::string_view what, const std::string& cell) {
      return bad_input(fmt::format("{} '{}' of row '{}' is unknown", what, cell, row.id), name,
                       row.line, "see whether the columns are shifted");
    };
    const auto* agent = agents.find(row.agent);
    if (agent == nullptr || agent->name != row.agent) return refuse("agent", row.agent);
    if (!organisms.knows(row.group)) return refuse("group", row.group);
    for (const auto* scopes : {&row.species, &row.except})
      for (const auto& scope : *scopes)
        if (!organisms.knows(scope)) return refuse("organism", scope);
  }
  return {};
}

}  // namespace kres::exchange
