// The rules that turn determinants and targets into a predicted phenotype; data/rules/*.tsv.
//
// Text format: docs/formats/rules.md. A rule names conditions that must all hold, the agents it
// speaks about, its effect, how good the evidence is, and where it comes from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kres::genome {

enum class RuleEffect {
  non_wild_type,  // predicts NWT
  contributes,    // raises the MIC, alone not enough: named as evidence, never makes NWT
  uncertain,      // may be NWT: makes "uncertain"
};

// One condition: "gene:blaKPC*", "mutation:gyrA S83*", "target:ompK36=lost", "class:ESBL", with
// an optional "!" in front (must not hold) or "2x " (at least two).
struct RuleCondition {
  std::string kind;     // gene | mutation | target | class
  std::string pattern;  // '*' any run
  std::string state;    // target only: lost | changed | a state of Target
  bool negated = false;
  int at_least = 1;
};

struct Rule {
  std::string id;                    // "ENT-CARB-001"
  std::vector<std::string> species;  // names the rule holds for; empty = every Enterobacterales
  std::vector<RuleCondition> conditions;
  std::vector<std::string> agents;
  RuleEffect effect = RuleEffect::non_wild_type;
  std::string evidence;    // A strong (defined mutants, many isolates) | B consistent | C plausible
  std::string mechanism;   // key of data/texts/mechanisms.tsv
  std::string limitation;  // when it fails, in English
  std::string literature;
  std::size_t line = 0;
};

// A named family of genes that conditions may use as class:NAME.
struct GeneClass {
  std::string name;                   // "ESBL"
  std::vector<std::string> patterns;  // "blaCTX-M-*"
};

class RuleTable {
 public:
  static Result<RuleTable> parse(std::string_view text, std::string_view classes_text,
                                 std::string name);
  const std::string& version() const { return version_; }  // "kres-rules 2026.1"
  const std::vector<Rule>& rules() const { return rules_; }
  const GeneClass* find_class(std::string_view name) const;
  const Rule* find(std::string_view id) const;
  // Agents that some rule speaks about, sorted: for others the answer is "no rule".
  const std::vector<std::string>& agents() const { return agents_; }

 private:
  std::string version_;
  std::vector<Rule> rules_;
  std::vector<GeneClass> classes_;
  std::vector<std::string> agents_;
};

}  // namespace kres::genome
