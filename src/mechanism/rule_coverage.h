// For which species and agents the rules can speak, and for which there is none.
#pragma once

#include <string>
#include <vector>

#include "genome/phenotype/rule_table.h"
#include "susceptibility/interpret.h"
#include "vocabulary/agent_table.h"

namespace kres::mechanism {

struct CoverageRow {
  std::string organism, agent;
  std::vector<std::string> rules;     // ids of those that can change a prediction
  std::vector<std::string> required;  // genes that must be read before a wild type is said
};

// The reference organisms, as the coverage report lists them.
const std::vector<std::string>& reference_organisms();

// A row for every agent that the standard interprets for the organism, in the order of agents; an
// agent that the species resists by nature or that is marked unsuitable has none.
// Requires: the organisms are in the organism table.
std::vector<CoverageRow> rule_coverage(const std::vector<std::string>& organisms,
                                       const genome::RuleTable& rules, const AgentTable& agents,
                                       const susceptibility::Standard& standard);

}  // namespace kres::mechanism
