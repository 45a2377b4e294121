#include "server/http/query.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::http {

namespace {

Result<void> check_value(const QueryParameter& parameter, const std::string& value) {
  if (value.size() > parameter.longest)
    return bad_input(fmt::format("The query parameter '{}' is too long", parameter.name));
  if (parameter.type == "integer") {
    const auto number = parse_int(value);
    if (!number || *number < parameter.least || *number > parameter.most)
      return bad_input(fmt::format("The query parameter '{}' is not a whole number from {} to {}",
                                   parameter.name, parameter.least, parameter.most));
  }
  const auto& values = parameter.values;
  if (!values.empty() && !value.empty() &&
      std::find(values.begin(), values.end(), value) == values.end())
    return bad_input(fmt::format("The query parameter '{}' has a value that is not among its own",
                                 parameter.name));
  return {};
}

}  // namespace

Result<void> check_query(const Route& route, const Target& target) {
  for (const auto& [name, value] : target.query) {
    const auto parameter =
        std::find_if(route.query.begin(), route.query.end(),
                     [&, &given = name](const auto& row) { return row.name == given; });
    if (parameter == route.query.end())
      return bad_input("The address has a query parameter that it does not know");
    KRES_TRY(check_value(*parameter, value));
  }
  return {};
}

std::string text_parameter(const Target& target, std::string_view name, std::string_view fallback) {
  const auto value = target.parameter(name);
  return std::string(value && !value->empty() ? *value : fallback);
}

int integer_parameter(const Target& target, std::string_view name, int fallback) {
  const auto value = target.parameter(name);
  return value ? static_cast<int>(parse_int(*value).value_or(fallback)) : fallback;
}

}  // namespace kres::http
