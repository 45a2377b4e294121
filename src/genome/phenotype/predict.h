// Predicts the phenotype of an isolate from its determinants and targets by the rule table.
#pragma once

#include <vector>

#include "genome/phenotype/rule_table.h"
#include "genome/result/genome_result.h"
#include "vocabulary/organism_table.h"

namespace kres::genome {

// One entry per agent that the rules or an imported phenotype (Determinant.agents) speak about,
// sorted by agent. Intrinsic determinants are knowledge of the wild type and never make NWT; broken
// ones never count; partial, ambiguous, trace or not assessable ones make "uncertain". Wild type is
// said only for an agent that has rules for this species; otherwise "no_rule". It needs a genome of
// a species or complex of the species table that did not fail; otherwise "uncertain".
// The organism table says which rules hold for the species of the result.
std::vector<PredictedPhenotype> predict_phenotype(const GenomeResult& result,
                                                  const RuleTable& rules,
                                                  const OrganismTable& organisms);

// What the rules lead one to expect of a measurement, to be compared with measured categories when
// rules are validated; never reported, since nothing but a measurement shows susceptibility.
// R: a rule expects clinical resistance. I: a rule says non-wild type. S: no rule says more than
// that the value may leave the wild type. none: no rule for the species, a genome too poor, a
// latent mechanism, or a rule that says non-wild type rests on something open or not looked at.
enum class ExpectedCategory { none, S, I, R };
ExpectedCategory expected_category(const std::string& agent, const GenomeResult& result,
                                   const RuleTable& rules, const OrganismTable& organisms);

// Genes that rules about an agent ask for and that a result did not read, sorted: those that stand
// between it and a wild type, and those that do not.
struct UnreadGenes {
  std::vector<std::string> required, optional;
};
UnreadGenes unread_genes(const std::string& agent, const GenomeResult& result,
                         const RuleTable& rules, const OrganismTable& organisms);

}  // namespace kres::genome
