// What is wrong with a table of rules beyond its form, as a person who adds a rule would be told.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "genome/phenotype/rule_table.h"
#include "mechanism/texts.h"
#include "vocabulary/agent_table.h"
#include "vocabulary/organism_table.h"

namespace kres::mechanism {

struct RuleProblem {
  std::size_t line = 0;  // of the rule table
  std::string rule;      // its id
  std::string message;   // "agent 'meropenm' is unknown"
  std::string remedy;    // "did you mean meropenem?", may be empty
  bool severe = true;    // the rule would never hold, say nothing, or say something wrong
};

// The vocabulary that rules must keep to.
struct RuleVocabulary {
  const AgentTable& agents;
  const OrganismTable& organisms;
  const Texts& texts;
};

// In the order of the table. Requires: the table was parsed, so ids, classes and conditions are
// well formed.
std::vector<RuleProblem> check_rules(const genome::RuleTable& rules,
                                     const RuleVocabulary& vocabulary);

}  // namespace kres::mechanism
