// Text for digests: every field with its name and length, so that no two records have the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kres::laboratory {

// "heading\n", then a line "name length:value" per field.
class CanonicalText {
 public:
  explicit CanonicalText(std::string_view heading);
  CanonicalText& add(std::string_view name, std::string_view value);
  CanonicalText& add(std::string_view name, std::int64_t value);
  CanonicalText& add(std::string_view name, double value);  // shortest digits that read back
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace kres::laboratory
