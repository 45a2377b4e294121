#include "laboratory/canonical_text.h"

#include <iterator>

#include <fmt/format.h>

namespace kres::laboratory {

CanonicalText::CanonicalText(std::string_view heading) : text_(fmt::format("{}\n", heading)) {}

CanonicalText& CanonicalText::add(std::string_view name, std::string_view value) {
  fmt::format_to(std::back_inserter(text_), "{} {}:{}\n", name, value.size(), value);
  return *this;
}

CanonicalText& CanonicalText::add(std::string_view name, std::int64_t value) {
  return add(name, std::string_view(std::to_string(value)));
}

CanonicalText& CanonicalText::add(std::string_view name, double value) {
  return add(name, std::string_view(fmt::format("{}", value)));
}

}  // namespace kres::laboratory
