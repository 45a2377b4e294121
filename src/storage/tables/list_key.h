// The order of the work list as one text per isolate, so that a page is a range of an index.
#pragma once

#include <string>
#include <string_view>

#include "laboratory/isolate.h"

namespace kres::storage {

// Open isolates by due date, then those that are only expected, then answered ones, the latest
// answer first; the accession decides between equals. Unique.
std::string list_key(const laboratory::Isolate& isolate);

// Every open isolate due before `day` has a smaller key.
std::string open_keys_end(Date day);

bool is_list_key(std::string_view text);

}  // namespace kres::storage
