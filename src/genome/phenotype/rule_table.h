// The rules that turn determinants and targets into a predicted phenotype; data/rules/*.tsv.
//
// Text format: docs/formats/rules.md. A rule names conditions that must all hold, the agents it
// speaks about, its effect, how good the evidence is, and where it comes from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "genome/phenotype/rule_condition.h"

namespace kres::genome {

// Ordered: a higher one outdoes a lower one.
enum class RuleEffect {
  spares,       // does not act on the agent though one might think so: named, no more
  contributes,  // raises the MIC, alone not enough: named as evidence, never changes a prediction
  below_threshold,  // only a minor part of the copies carries it
  uncertain,        // may be non-wild type
  latent,           // may be non-wild type; a measured wild type is a mechanism without effect
  non_wild_type,    // non-wild type
  resistant,        // non-wild type, and clinical resistance is expected
};

struct Rule {
  std::string id;                    // "ENT-CARB-001"
  std::vector<std::string> species;  // scopes it holds for: species, complex, genus, group
  std::vector<RuleCondition> conditions;
  std::vector<std::string> agents;
  RuleEffect effect = RuleEffect::non_wild_type;
  std::string evidence;  // A defined mutants and many isolates | B consistent reports | C plausible
  std::string mechanism;   // key of the explanation's texts, "carbapenemase"
  std::string limitation;  // when it fails: key limitation.<key> of those texts, may be empty
  std::string literature;
  std::size_t line = 0;

  bool speaks_about(std::string_view agent) const;
};

class RuleTable {
 public:
  // `classes` is the text of the gene class table. Fails on a repeated id, an unknown class, a
  // malformed condition, a rule without agents or literature.
  static Result<RuleTable> parse(std::string_view text, std::string_view classes, std::string name);

  const std::string& version() const { return version_; }  // "kres-rules 2026.1"
  const std::vector<Rule>& rules() const { return rules_; }
  const std::vector<GeneClass>& classes() const { return classes_; }
  const GeneClass* find_class(std::string_view name) const;  // nullptr if unknown
  const Rule* find(std::string_view id) const;               // nullptr if unknown
  // The first class that the conditions name and this table does not hold; empty if there is none.
  std::string unknown_class(const std::vector<RuleCondition>& conditions) const;
  // Whether some rule asks for the loss of this target gene, as of ompK36 but not of gyrA.
  bool speaks_of_loss(std::string_view gene) const;
  // Agents that some rule speaks about, sorted.
  const std::vector<std::string>& agents() const { return agents_; }

 private:
  std::string version_;
  std::vector<Rule> rules_;
  std::vector<GeneClass> classes_;
  std::vector<std::string> agents_;
};

}  // namespace kres::genome
