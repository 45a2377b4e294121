#include "vocabulary/table_text.h"

#include "base/text.h"

namespace kres {

std::string comment_field(const std::vector<std::string>& comments, std::string_view key) {
  for (const std::string_view comment : comments) {
    const auto body = trim(comment.substr(1));
    const auto colon = body.find(':');
    if (colon != std::string_view::npos && trim(body.substr(0, colon)) == key)
      return std::string(trim(body.substr(colon + 1)));
  }
  return {};
}

std::vector<std::string> list_cell(std::string_view cell) {
  std::vector<std::string> items;
  for (const auto part : split(cell, ';'))
    if (!trim(part).empty()) items.emplace_back(trim(part));
  return items;
}

}  // namespace kres
