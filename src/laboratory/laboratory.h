// A laboratory that refers isolates: a microbiology department of a hospital.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::laboratory {

struct Laboratory {
  std::string code;  // "UNN", unique
  std::string name;
  std::string health_region;  // nord | midt | vest | sor-ost
};

// Reads data/laboratories.tsv (columns code, name, health_region). Errors name file and line.
Result<std::vector<Laboratory>> parse_laboratories(std::string_view text, const std::string& name);

}  // namespace kres::laboratory
