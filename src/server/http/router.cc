#include "server/http/router.h"

#include <algorithm>

#include "base/text.h"

namespace kres::http {

namespace {

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
  return std::equal(pattern.begin(), pattern.end(), segments.begin(), segments.end(),
                    [](const std::string& expected, const std::string& given) {
                      return is_parameter(expected) || expected == given;
                    });
}

std::size_t literals(const std::vector<std::string>& pattern) {
  return static_cast<std::size_t>(std::count_if(
      pattern.begin(), pattern.end(), [](const auto& segment) { return !is_parameter(segment); }));
}

PathParameters read_parameters(const std::vector<std::string>& pattern,
                               const std::vector<std::string>& segments) {
  PathParameters parameters;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (is_parameter(pattern[i]))
      parameters.values.emplace_back(pattern[i].substr(1, pattern[i].size() - 2), segments[i]);
  return parameters;
}

}  // namespace

const std::string& PathParameters::operator[](std::string_view name) const {
  static const std::string none;
  for (const auto& [known, value] : values)
    if (known == name) return value;
  return none;
}

Router::Router(const std::vector<Route>& routes) {
  for (const auto& route : routes) {
    Row row{route.method, {}};
    for (const auto segment : split(route.pattern.substr(1), '/'))
      row.segments.emplace_back(segment);
    rows_.push_back(std::move(row));
  }
}

std::optional<Match> Router::find(Method method, const Target& target) const {
  if (method == Method::head) method = Method::get;
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].method != method || !fits(rows_[i].segments, target.segments)) continue;
    if (!best || literals(rows_[i].segments) > literals(rows_[*best].segments)) best = i;
  }
  if (!best) return std::nullopt;
  return Match{*best, read_parameters(rows_[*best].segments, target.segments)};
}

std::vector<Method> Router::allowed(const Target& target) const {
  std::vector<Method> methods;
  for (const auto& row : rows_) {
    if (!fits(row.segments, target.segments)) continue;
    methods.push_back(row.method);
    if (row.method == Method::get) methods.push_back(Method::head);
  }
  return methods;
}

}  // namespace kres::http
