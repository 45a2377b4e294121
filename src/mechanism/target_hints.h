// Changes in the target genes of an agent that no rule classifies or that too few reads show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "genome/phenotype/rule_table.h"
#include "genome/result/genome_result.h"

namespace kres::mechanism {

// The part of a target gene where an unclassified change is a hint; elsewhere it is a natural
// allele.
struct HintRegion {
  std::string gene;
  int first = 0, last = 0;  // codons
};

// data/rules/hint_regions.tsv
Result<std::vector<HintRegion>> parse_hint_regions(std::string_view text, const std::string& name);

// Targets of the agent's rules with a handful of changes that are no known mutations; each holds
// only those. Natural alleles, which differ in many places or outside the region of the gene, are
// left out.
std::vector<genome::Target> unclassified_targets(const std::string& agent,
                                                 const genome::GenomeResult& result,
                                                 const genome::RuleTable& rules,
                                                 const std::vector<HintRegion>& regions);

// Catalogued changes in genes of the agent's rules that reads show without being called.
std::vector<genome::SiteFraction> minor_alleles(const std::string& agent,
                                                const genome::GenomeResult& result,
                                                const genome::RuleTable& rules);

}  // namespace kres::mechanism
