// What a genome says about one agent: findings in their roles, as evidence with words.
#pragma once

#include <string>
#include <vector>

#include "genome/phenotype/rule_table.h"
#include "genome/result/genome_result.h"
#include "mechanism/explanation.h"
#include "mechanism/texts.h"

namespace kres::mechanism {

struct AgentFindings {
  genome::Prediction predicted = genome::Prediction::no_rule;
  std::vector<std::string> rules;
  std::vector<Evidence> evidence;  // explaining ones first
  bool has_firm = false;           // an explaining finding is complete and intact
  bool has_open = false;           // an explaining finding is not
  bool has_intrinsic = false;
  bool has_hint = false;  // an unclassified change in a target gene of this agent
};

// Requires: phenotype was predicted from this result with these rules.
AgentFindings find_evidence(const genome::PredictedPhenotype& phenotype,
                            const genome::GenomeResult& result, const genome::RuleTable& rules,
                            const Texts& texts);

// Texts of the evidence in one role, in order.
std::vector<BilingualText> texts_of(const std::vector<Evidence>& evidence, std::string_view role);

}  // namespace kres::mechanism
