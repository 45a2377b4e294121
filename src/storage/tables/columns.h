// How domain values stand in columns, where that is not one to one.
#pragma once

#include <string>
#include <vector>

#include "laboratory/ids.h"
#include "storage/sql/parameters.h"

namespace kres::storage {

// A list of words in one column: one a line.
std::string joined(const std::vector<std::string>& words);
std::vector<std::string> separated(const std::string& lines);

// A reference that may be absent: null for id 0.
template <class Record>
Parameter reference(std::string name, laboratory::Id<Record> id) {
  return {std::move(name), id ? std::optional(id.value) : std::nullopt};
}

// The only row as a value, or nothing.
template <class Value, class Make>
std::optional<Value> first(const std::vector<Row>& rows, Make make) {
  if (rows.empty()) return std::nullopt;
  return make(rows.front());
}

template <class Value, class Make>
std::vector<Value> every(const std::vector<Row>& rows, Make make) {
  std::vector<Value> values;
  values.reserve(rows.size());
  for (const auto& row : rows) values.push_back(make(row));
  return values;
}

}  // namespace kres::storage
