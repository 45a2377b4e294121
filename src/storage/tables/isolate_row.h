// A row of table isolate as a value.
#pragma once

#include <string_view>

#include "laboratory/isolate.h"
#include "storage/sql/row.h"

namespace kres::storage {

inline constexpr std::string_view kSelectIsolate =
    "select id, accession, referral, laboratory, sender_id, suspected_group, received, due, "
    "answered, state, constructed, species, st, key_findings, case_definitions, current_analysis, "
    "current_explanation, revision, list_key, sample from isolate ";
inline constexpr std::size_t kListKeyColumn = 18;

// Requires: selected by kSelectIsolate.
laboratory::Isolate isolate_of(const Row& row);

}  // namespace kres::storage
