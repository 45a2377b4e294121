// What the words of an audit event name.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text.h"

namespace kres::workflow {

// "scan 12" -> 12, 0 if there is no number at the end.
inline std::int64_t number_in(std::string_view words) {
  return parse_int(words.substr(words.rfind(' ') + 1)).value_or(0);
}

}  // namespace kres::workflow
