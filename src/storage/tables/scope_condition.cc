#include "storage/tables/scope_condition.h"

#include <fmt/format.h>

namespace kres::storage {

Parameters ScopeCondition::with(Parameters others) const {
  others.insert(others.end(), parameters.begin(), parameters.end());
  return others;
}

ScopeCondition within(const laboratory::Scope& scope, std::string_view column) {
  if (scope.whole()) return {};
  if (scope.laboratories().empty()) return {.sql = " and 1 = 0", .parameters = {}};
  ScopeCondition condition{.sql = fmt::format(" and {} in (", column), .parameters = {}};
  for (const auto& code : scope.laboratories()) {
    const auto name = fmt::format("scope_{}", condition.parameters.size());
    condition.sql += (condition.parameters.empty() ? ":" : ", :") + name;
    condition.parameters.push_back({name, code});
  }
  condition.sql += ")";
  return condition;
}

ScopeCondition isolate_within(const laboratory::Scope& scope, std::string_view column) {
  auto condition = within(scope, "scoped.laboratory");
  if (!condition.sql.empty())
    condition.sql =
        fmt::format(" and exists (select 1 from isolate as scoped where scoped.id = {}{})", column,
                    condition.sql);
  return condition;
}

}  // namespace kres::storage
