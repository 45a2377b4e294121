// Pieces that the curated tables of knowledge share: comment fields and cell lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kres {

// Value of "# key: value" among the comments of a table, empty if absent.
std::string comment_field(const std::vector<std::string>& comments, std::string_view key);
// "a;b" -> {"a", "b"}, empty parts left out.
std::vector<std::string> list_cell(std::string_view cell);

}  // namespace kres
