// Which group of organisms a release's catalogue means for a species.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

class Taxgroups {
 public:
  // Columns taxgroup, species (pattern on the species' name or complex), source; first match wins.
  static Result<Taxgroups> parse(std::string_view text, const std::string& name);
  // Empty if the catalogue has no group for it.
  std::string group_of(const Species& species) const;

 private:
  struct Row {
    std::string group, pattern;
  };
  std::vector<Row> rows_;
};

}  // namespace kres::genome
