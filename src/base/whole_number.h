// Whole numbers of tables, within the limits of what they count.
#pragma once

#include <optional>
#include <string_view>

namespace kres {

// A whole number from `least` to `most` that is the whole text, or nothing.
std::optional<int> parse_int_within(std::string_view text, int least, int most);

}  // namespace kres
