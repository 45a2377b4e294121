// What a genome says about one agent: findings in their roles, as evidence with words.
#pragma once

#include <string>
#include <vector>

#include "genome/phenotype/rule_table.h"
#include "genome/result/genome_result.h"
#include "mechanism/explanation.h"
#include "mechanism/knowledge.h"
#include "mechanism/texts.h"

namespace kres::mechanism {

struct AgentFindings {
  genome::Prediction predicted = genome::Prediction::no_rule;
  std::vector<std::string> rules;
  std::vector<Evidence> evidence;  // explaining ones first
  // The strongest effect of an explaining finding; `contributes` if there is none.
  genome::RuleEffect strongest = genome::RuleEffect::contributes;
  bool has_firm = false;        // an explaining finding is complete and intact
  bool has_critical = false;    // one of them is of a critical family
  bool has_open = false;        // an explaining finding is not
  bool has_minor_gene = false;  // an explaining finding has the depth of a contaminant
  bool has_intrinsic = false;
  bool has_hint = false;          // an unclassified change in a target gene of this agent
  bool has_minor_allele = false;  // a catalogued change in a part of the reads, too few to call it
};

// Requires: phenotype was predicted from this result with these rules.
AgentFindings find_evidence(const genome::PredictedPhenotype& phenotype,
                            const genome::GenomeResult& result, const Knowledge& knowledge);

// Texts of the evidence in one role, in order, each once.
std::vector<BilingualText> texts_of(const std::vector<Evidence>& evidence, std::string_view role);
// The explaining findings as one phrase: acquired genes and mutations, "together with" lost
// targets. Empty if nothing explains.
BilingualText explaining_phrase(const std::vector<Evidence>& evidence, const Texts& texts);

}  // namespace kres::mechanism
