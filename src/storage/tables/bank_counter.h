// Table bank_counter: running numbers of strains, requests and panels.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/error.h"
#include "storage/sql/session.h"

namespace kres::storage {

// The next number of that name, from 1. Requires: a write transaction, which makes it unique
// without gaps.
Result<std::int64_t> next_bank_number(Session& session, std::string_view name);

}  // namespace kres::storage
