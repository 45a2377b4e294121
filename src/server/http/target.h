// The target of a request ("/api/v1/isolates?state=ready"), decoded once and checked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace kres::http {

inline constexpr std::size_t kMostQueryParameters = 50;

struct Target {
  std::vector<std::string> segments;  // of the path, percent-decoded; "/" has none
  std::vector<std::pair<std::string, std::string>> query;  // decoded, '+' is a space

  std::string path() const;  // "/" and the segments; for display and static files only
  std::optional<std::string_view> parameter(std::string_view name) const;  // first of that name
};

// Splits before it decodes, so an encoded slash stays inside its segment. Accepts the origin form
// and the absolute form. Errors (bad_input): no leading slash, broken percent-encoding, control
// characters, bytes that are not UTF-8, "." and ".." and empty segments, backslashes, too many
// query parameters, a query parameter given twice.
Result<Target> parse_target(std::string_view raw);

// nullopt for broken encoding. Plus becomes a space only if `form`.
std::optional<std::string> percent_decode(std::string_view text, bool form = false);

}  // namespace kres::http
