// Keeps a query within a scope: every query of isolates, and every one by a record's own number,
// ends with one of these conditions.
#pragma once

#include <string>
#include <string_view>

#include "laboratory/scope.h"
#include "storage/sql/parameters.h"

namespace kres::storage {

struct ScopeCondition {
  std::string sql;  // " and ..."; empty if the scope is whole
  Parameters parameters;

  Parameters with(Parameters others) const;  // together
};

// `column` holds the code of the laboratory.
ScopeCondition within(const laboratory::Scope& scope, std::string_view column = "laboratory");

// `column` holds the number of the isolate.
ScopeCondition isolate_within(const laboratory::Scope& scope, std::string_view column = "isolate");

}  // namespace kres::storage
