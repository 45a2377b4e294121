// Names of enumeration values, both ways, from one table.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace kres::laboratory {

template <class Value>
using NameRow = std::pair<Value, std::string_view>;

// Requires: the table has a row for every value.
template <class Value, class Table>
std::string_view name_in(const Table& table, Value value) {
  for (const auto& [row, name] : table)
    if (row == value) return name;
  return {};
}

template <class Value, class Table>
std::optional<Value> value_in(const Table& table, std::string_view name) {
  for (const auto& [row, row_name] : table)
    if (row_name == name) return row;
  return std::nullopt;
}

}  // namespace kres::laboratory
