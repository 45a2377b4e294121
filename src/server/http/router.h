// Finds the route of a request.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/route.h"

namespace kres::http {

// The values of "{name}" in a pattern, decoded.
struct PathParameters {
  std::vector<std::pair<std::string, std::string>> values;
  const std::string& operator[](std::string_view name) const;  // empty string if there is none
};

struct Match {
  std::size_t route = 0;  // index in the table given to the router
  PathParameters parameters;
};

class Router {
 public:
  // Requires: patterns begin with a slash and no two rows have the same method and pattern.
  explicit Router(const std::vector<Route>& routes);

  // A HEAD request finds the GET route. A literal segment wins over a parameter.
  std::optional<Match> find(Method method, const Target& target) const;

  // The methods that the path answers to, for the Allow header; empty if the path is unknown.
  std::vector<Method> allowed(const Target& target) const;

 private:
  struct Row {
    Method method;
    std::vector<std::string> segments;  // "{name}" for a parameter
  };
  std::vector<Row> rows_;
};

}  // namespace kres::http
