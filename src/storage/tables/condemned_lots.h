// Lots of which nothing may be given out: the rule of laboratory::condemning() as SQL.
#pragma once

#include <string_view>

namespace kres::storage {

// A condition on `lot_check`: the newest of its kind, and it found another strain or no growth.
inline constexpr std::string_view kCondemns =
    "lot_check.result in ('other_strain', 'not_viable') and not exists (select 1 from lot_check "
    "later where later.lot = lot_check.lot and later.kind = lot_check.kind and (later.checked, "
    "later.id) > (lot_check.checked, lot_check.id))";

}  // namespace kres::storage
