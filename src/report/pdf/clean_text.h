// Makes any bytes safe to print: text from outside must not reorder, hide or break a page.
#pragma once

#include <string>
#include <string_view>

namespace kres::report::pdf {

// Valid UTF-8 out, whatever comes in. Invalid sequences become U+FFFD; control characters become a
// space (a line feed stays); bidirectional controls and byte order marks are removed, so that the
// text cannot turn its surroundings round.
std::string clean_text(std::string_view text);

}  // namespace kres::report::pdf
