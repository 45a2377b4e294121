#include "app/report_error.h"

#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kres::app {

int report_error(const Error& error, bool as_json) {
  const auto& kind = error_kind(error.code);
  if (as_json) {
    const nlohmann::ordered_json json = {{"error", std::string(kind.key)},
                                         {"message", error.message},
                                         {"file", error.file},
                                         {"line", error.line},
                                         {"remedy", error.remedy}};
    fmt::print(stderr, "{}\n", json.dump());
  } else {
    fmt::print(stderr, "kres: {}\n", error.text());
  }
  return kind.exit_code;
}

}  // namespace kres::app
