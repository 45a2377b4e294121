// A list of values in a statement: "id in (:id_0, :id_1)".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/date.h"
#include "laboratory/ids.h"
#include "storage/sql/parameters.h"

namespace kres::storage {

inline Parameter list_parameter(std::string name, Date day) { return {std::move(name), day}; }
inline Parameter list_parameter(std::string name, const std::string& text) {
  return {std::move(name), text};
}
template <class Record>
Parameter list_parameter(std::string name, laboratory::Id<Record> id) {
  return {std::move(name), id.value};
}

// Names the values after `name`, adds them to the parameters and gives the list without brackets.
// Requires: at least one value, fewer than a database can bind.
template <class Value>
std::string value_list(std::string_view name, const std::vector<Value>& values,
                       Parameters& parameters) {
  std::string list;
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto one = fmt::format("{}_{}", name, i);
    list += (i == 0 ? ":" : ", :") + one;
    parameters.push_back(list_parameter(std::move(one), values[i]));
  }
  return list;
}

}  // namespace kres::storage
