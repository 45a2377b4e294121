// Lists of values in a statement: "id in (:id_0, :id_1)", "values (:id_0, :name_0), (:id_1,
// :name_1)".
#pragma once

#include <string>
#include <string_view>
#include <utility>
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

// Rows to be inserted, their values in the order of the columns: adds them to the parameters, named
// by row, and gives the rows with brackets. Requires: at least one, as many values in each.
inline std::string row_list(std::vector<Parameters> rows, Parameters& parameters) {
  std::string list;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::string names;
    for (auto& value : rows[row]) {
      value.name += fmt::format("_{}", row);
      names += (names.empty() ? ":" : ", :") + value.name;
      parameters.push_back(std::move(value));
    }
    list += fmt::format("{}({})", row == 0 ? "" : ", ", names);
  }
  return list;
}

}  // namespace kres::storage
