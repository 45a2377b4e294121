#include "mechanism/isolate_facts.h"

#include <algorithm>

#include "genome/phenotype/match_rule.h"
#include "genome/phenotype/predict.h"

namespace kres::mechanism {

namespace {

// Species of one complex cannot be told apart by every laboratory; a genus is no contradiction.
bool contradicts(const Organism& stated, const Organism& found) {
  if (stated.genus != found.genus) return true;
  if (stated.name == found.name || stated.genus_only || found.genus_only) return false;
  return stated.within.empty() || stated.within != found.within;
}

bool species_differs(const ExplainInput& input, const OrganismTable& organisms) {
  if (!input.genome) return false;
  const auto stated = organisms.resolve(input.organism);
  const auto found = organisms.resolve(input.genome->species.name);
  return stated && found && contradicts(*stated, *found);
}

bool holds(const ImplausiblePattern& pattern, const ExplainInput& input) {
  return std::all_of(pattern.when.begin(), pattern.when.end(), [&](const auto& condition) {
    return std::any_of(input.measured.begin(), input.measured.end(), [&](const auto& i) {
      return i.measurement.agent == condition.agent && i.category == condition.category;
    });
  });
}

bool may_be_present(const std::string& gene_class, const ExplainInput& input,
                    const genome::RuleTable& rules) {
  if (!input.genome || rules.find_class(gene_class) == nullptr) return false;
  genome::Rule rule;
  rule.conditions.push_back({.kind = genome::ConditionKind::gene_class, .pattern = gene_class});
  return genome::match_rule(rule, rules, *input.genome).truth != genome::Truth::no;
}

std::map<std::string, BilingualText> implausible_agents(const ExplainInput& input,
                                                        const Knowledge& knowledge) {
  std::map<std::string, BilingualText> agents;
  for (const auto& pattern : knowledge.implausible) {
    const bool explained = std::any_of(
        pattern.unless.begin(), pattern.unless.end(),
        [&](const auto& gene_class) { return may_be_present(gene_class, input, knowledge.rules); });
    if (explained || !holds(pattern, input)) continue;
    for (const auto& agent : pattern.suspects)
      agents.emplace(agent, knowledge.texts.get("pattern." + pattern.text));
  }
  return agents;
}

}  // namespace

genome::PredictedPhenotype IsolateFacts::phenotype_of(const std::string& agent) const {
  for (const auto& phenotype : phenotypes)
    if (phenotype.agent == agent) return phenotype;
  return {.agent = agent};
}

namespace {

void find_genome_facts(IsolateFacts& facts, const ExplainInput& input, const Knowledge& knowledge) {
  facts.genome = &*input.genome;
  if (!input.genome->species.name.empty()) facts.organism = input.genome->species.name;
  facts.species_differs = species_differs(input, knowledge.organisms);
  facts.phenotypes = genome::predict_phenotype(*input.genome, knowledge.rules, knowledge.organisms);
}

}  // namespace

IsolateFacts find_facts(const ExplainInput& input, const Knowledge& knowledge) {
  IsolateFacts facts;
  facts.organism = input.organism;
  facts.implausible = implausible_agents(input, knowledge);
  if (input.genome) find_genome_facts(facts, input, knowledge);
  facts.tests = read_tests({input.tests, knowledge.tests, knowledge.rules, facts.genome,
                            knowledge.organisms.resolve(facts.organism)},
                           knowledge.texts);
  return facts;
}

}  // namespace kres::mechanism
