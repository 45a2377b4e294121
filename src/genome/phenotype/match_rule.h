// Whether a rule holds for a genome result, and what it rests on.
#pragma once

#include <set>
#include <string>

#include "genome/phenotype/rule_table.h"
#include "genome/result/genome_result.h"

namespace kres::genome {

// How far a determinant can be trusted to act.
enum class Standing {
  out,   // broken, or intrinsic and so part of the wild type
  open,  // partial, ambiguous, a trace, a contaminant's, or its function could not be assessed
  firm,
};
Standing standing_of(const Determinant& determinant);

enum class Truth { no, open, yes };

struct RuleMatch {
  const Rule* rule = nullptr;
  Truth truth = Truth::no;
  std::set<std::string> findings;  // symbols and target genes that made conditions hold
  std::set<std::string> operons;   // types of van clusters that made conditions hold: "vanA"
  // Genes that a condition asks for and that were not read; those that stand between the result and
  // the wild type, and those of conditions marked optional.
  std::set<std::string> unread, unread_optional;
};

// The rule's effect; on open findings "uncertain" at most.
RuleEffect effect_of(const RuleMatch& match);

RuleMatch match_rule(const Rule& rule, const RuleTable& rules, const GenomeResult& result);

}  // namespace kres::genome
