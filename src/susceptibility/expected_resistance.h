// Agents that a species resists by nature, so that no measured value makes them an option.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "vocabulary/organism_table.h"

namespace kres::susceptibility {

class ExpectedResistance {
 public:
  struct Row {
    std::string scope;  // species, complex or genus as in data/organisms.tsv
    std::vector<std::string> agents;
    std::string source;
  };

  // Reads data/expected_resistance.tsv; `name` stands in errors.
  static Result<ExpectedResistance> parse(std::string_view text, std::string name);

  const std::string& version() const { return version_; }
  const std::vector<Row>& rows() const { return rows_; }
  // True if some row whose scope holds the organism names the agent.
  bool holds(const Organism& organism, std::string_view agent) const;

 private:
  std::string version_;
  std::vector<Row> rows_;
};

}  // namespace kres::susceptibility
