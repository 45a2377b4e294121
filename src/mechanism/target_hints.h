// Changes in the target genes of an agent that no rule classifies or that too few reads show.
#pragma once

#include <string>
#include <vector>

#include "genome/phenotype/rule_table.h"
#include "genome/result/genome_result.h"

namespace kres::mechanism {

// Targets of the agent's rules with a handful of changes that are no known mutations; each holds
// only those. Natural alleles, which differ in many places, are left out.
std::vector<genome::Target> unclassified_targets(const std::string& agent,
                                                 const genome::GenomeResult& result,
                                                 const genome::RuleTable& rules);

// Catalogued changes in genes of the agent's rules that reads show without being called.
std::vector<genome::SiteFraction> minor_alleles(const std::string& agent,
                                                const genome::GenomeResult& result,
                                                const genome::RuleTable& rules);

}  // namespace kres::mechanism
