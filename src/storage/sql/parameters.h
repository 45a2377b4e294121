// Named values bound to a statement: ":name" in the SQL.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.h"
#include "storage/sql/row.h"

namespace kres::storage {

struct Parameter {
  std::string name;  // without the colon
  Value value;

  Parameter(std::string parameter, Value cell)
      : name(std::move(parameter)), value(std::move(cell)) {}
  Parameter(std::string parameter, std::string_view text)
      : name(std::move(parameter)), value(std::string(text)) {}
  Parameter(std::string parameter, const char* text)
      : Parameter(parameter, std::string_view(text)) {}
  Parameter(std::string parameter, const std::string& text)
      : Parameter(parameter, std::string_view(text)) {}
  template <class Integer>
  requires std::is_integral_v<Integer> Parameter(std::string parameter, Integer number)
      : name(std::move(parameter)), value(static_cast<std::int64_t>(number)) {}
  Parameter(std::string parameter, double number) : name(std::move(parameter)), value(number) {}
  Parameter(std::string parameter, Date date) : Parameter(std::move(parameter), date.iso()) {}
  Parameter(std::string parameter, Instant time) : Parameter(std::move(parameter), iso_utc(time)) {}
  template <class T>
  Parameter(std::string parameter, const std::optional<T>& maybe)
      : Parameter(maybe ? Parameter(parameter, *maybe) : Parameter(parameter)) {}

 private:
  explicit Parameter(std::string parameter) : name(std::move(parameter)) {}
};

using Parameters = std::vector<Parameter>;

}  // namespace kres::storage
