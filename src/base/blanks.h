// Blanks that are no ASCII: what spreadsheets, web pages and word processors leave at the end of a
// text without showing it.
#pragma once

#include <string_view>

namespace kres {

// Without white space of Unicode and characters of no width at both ends: "A-1\u00A0" is "A-1".
std::string_view trim_blanks(std::string_view text);

}  // namespace kres
