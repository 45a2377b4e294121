// Rules that take the result of one agent to other agents of the same isolate
// (data/expert_rules.tsv).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/language.h"
#include "susceptibility/interpretation.h"
#include "vocabulary/organism_table.h"

namespace kres::susceptibility {

class ExpertRules {
 public:
  struct Rule {
    std::string id;
    std::vector<std::string> scopes;  // species, complexes or genera as in data/organisms.tsv
    std::string tested;               // agent whose result sets the rule off
    std::string finding;              // a category of it, or one of its flags
    std::vector<std::string> agents;  // those that become R
    BilingualText note;               // "methicillin-resistant by the cefoxitin screen"
    std::string source;
  };

  // `name` stands in errors.
  static Result<ExpertRules> parse(std::string_view text, std::string name);

  const std::string& version() const { return version_; }
  const std::vector<Rule>& rules() const { return rules_; }

  // The rules that this interpretation sets off; none if quality control holds it back.
  std::vector<const Rule*> set_off_by(const Interpretation& interpretation,
                                      const OrganismTable& organisms) const;

 private:
  std::string version_;
  std::vector<Rule> rules_;
};

// R with reason and flag expert_rule, if the rule names the agent and it is not R already. Wild
// type and distances to the bounds stay as measured.
void apply(const ExpertRules::Rule& rule, Interpretation& interpretation);

// Every rule on every interpretation. Requires: all are of one isolate, quality control applied.
void apply_expert_rules(std::vector<Interpretation>& of_isolate, const ExpertRules& rules,
                        const OrganismTable& organisms);

}  // namespace kres::susceptibility
