// What every text that a person writes into the bank must satisfy.
#pragma once

#include <string_view>

#include "base/error.h"

namespace kres::laboratory {

// Not longer than `most` bytes and without a national identity number. Errors (bad_input) name
// `field`: "comment".
Result<void> check_text(std::string_view field, std::string_view text, std::size_t most);

}  // namespace kres::laboratory
