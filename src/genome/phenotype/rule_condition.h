// One condition of a rule, as text: "class:esbl", "2x mutation:gyrA *", "target:ompK36=lost",
// "operon:vanA=functional".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::genome {

enum class ConditionKind { gene, gene_class, family, mutation, target, operon };

struct RuleCondition {
  ConditionKind kind = ConditionKind::gene;
  std::string pattern;  // '*' any run; a class name or a critical family for those kinds
  // target: lost (truncated, interrupted, absent) or a state of Target; operon: functional, unread
  // (regulators not in the reference set), silent, incomplete, no_ligase, open
  std::string state;
  int at_least = 1;  // how many different findings must match
};

// A named set of genes that conditions use as class:NAME.
struct GeneClass {
  std::string name;                   // "esbl"
  std::vector<std::string> patterns;  // "blaCTX-M-*"
  std::vector<std::string> except;   // named alleles that are no members: "blaKPC-2" of "!blaKPC-2"
  std::vector<std::string> acts_on;  // the determinant must act on one of these; empty: any
};

// "a & b & c". Errors say what is wrong, without file and line.
Result<std::vector<RuleCondition>> parse_conditions(std::string_view text);

}  // namespace kres::genome
