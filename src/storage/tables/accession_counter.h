// Table accession_counter: running numbers per year and unit.
#pragma once

#include <cstdint>

#include "base/error.h"
#include "laboratory/referral.h"
#include "storage/sql/session.h"

namespace kres::storage {

// The next number, from 1. Requires: a write transaction, which makes it unique without gaps.
Result<std::int64_t> next_accession_number(Session& session, int year,
                                           laboratory::MicrobeGroup unit);

}  // namespace kres::storage
