#include "base/whole_number.h"

#include "base/text.h"

namespace kres {

std::optional<int> parse_int_within(std::string_view text, int least, int most) {
  const auto value = parse_int(text);
  if (!value || *value < least || *value > most) return std::nullopt;
  return static_cast<int>(*value);
}

}  // namespace kres
