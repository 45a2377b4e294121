#include "susceptibility/expected_resistance.h"

#include <algorithm>

#include "base/tsv.h"
#include "vocabulary/table_text.h"

namespace kres::susceptibility {

Result<ExpectedResistance> ExpectedResistance::parse(std::string_view text, std::string name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"scope", "agents", "source"}));
  ExpectedResistance expected;
  expected.version_ = comment_field(table.comments(), "version");
  if (expected.version_.empty()) return bad_input("names no '# version:'", name, 1);
  for (const auto& row : table.rows()) {
    Row read{.scope = std::string(row["scope"]),
             .agents = list_cell(row["agents"]),
             .source = std::string(row["source"])};
    if (read.scope.empty() || read.agents.empty() || read.source.empty())
      return bad_input("an expected resistance needs a scope, agents and a source", name,
                       row.line());
    expected.rows_.push_back(std::move(read));
  }
  return expected;
}

bool ExpectedResistance::holds(const Organism& organism, std::string_view agent) const {
  return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) {
    return organism.is_within(row.scope) &&
           std::find(row.agents.begin(), row.agents.end(), agent) != row.agents.end();
  });
}

}  // namespace kres::susceptibility
