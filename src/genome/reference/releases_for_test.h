// For tests: where public releases lie beside the source tree, and plain counting in their files.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/text.h"

namespace kres::genome {

// A file or folder of shared/reference: beside the source tree, or in KRES_SHARED_REFERENCE.
inline std::optional<Path> shared_release(const std::string& name) {
  std::vector<Path> places = {Path(KRES_SOURCE_DIR) / "../shared/reference",
                              Path(KRES_SOURCE_DIR) / "../../shared/reference"};
  if (const char* named = std::getenv("KRES_SHARED_REFERENCE")) places.emplace_back(named);
  for (const auto& place : places)
    if (std::filesystem::exists(place / name)) return place / name;
  return std::nullopt;
}

// What "grep -c" would count: lines that the condition holds for. Knows nothing of importers.
inline std::size_t count_lines(const Path& file,
                               const std::function<bool(const std::string&)>& condition) {
  std::ifstream in(file);
  std::size_t count = 0;
  for (std::string line; std::getline(in, line);) count += condition(line) ? 1 : 0;
  return count;
}

}  // namespace kres::genome
