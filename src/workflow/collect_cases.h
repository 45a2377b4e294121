// The isolates of a registry that meet a case definition, for counting.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "genome/phenotype/rule_table.h"
#include "laboratory/count_cases.h"
#include "laboratory/ports/registry.h"

namespace kres::workflow {

struct CaseCollection {
  std::vector<laboratory::CountedIsolate> isolates;  // that meet the definition
  // Isolates of the period that do not take part, and why.
  std::size_t undecided = 0;  // the definition is left open
  std::size_t not_met = 0;
  std::size_t unexplained = 0;        // there is no explanation yet
  std::vector<std::string> versions;  // of the definition, as the explanations name them; sorted
};

// Isolates sampled (or received, where that is not stated) by `to`; what takes no part is counted
// from `from` on. Errors: corrupt, for an explanation that cannot be read.
Result<CaseCollection> collect_cases(laboratory::UnitOfWork& work, const std::string& definition,
                                     Date from, Date to, const genome::RuleTable& rules);

// The gene without its allele: blaKPC-2 is blaKPC, mcr-1.1 is mcr-1, blaOXA-181 is OXA-48-like;
// other OXA genes stand as they are, for their numbers name no families.
std::string gene_family(const std::string& symbol, const genome::RuleTable& rules);

}  // namespace kres::workflow
