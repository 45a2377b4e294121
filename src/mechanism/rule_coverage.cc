#include "mechanism/rule_coverage.h"

#include <algorithm>
#include <set>

namespace kres::mechanism {

namespace {

// Whether the standard gives a category to a value of the agent for the organism.
bool is_interpreted(const std::string& organism, const std::string& agent,
                    const susceptibility::Standard& standard) {
  for (const auto method : {susceptibility::Method::broth_microdilution,
                            susceptibility::Method::agar_dilution, susceptibility::Method::disk}) {
    susceptibility::Measurement m;
    m.organism = organism;
    m.agent = agent;
    m.method = method;
    m.value = method == susceptibility::Method::disk ? 20 : 1;
    m.unit = method == susceptibility::Method::disk ? susceptibility::Unit::mm
                                                    : susceptibility::Unit::mg_per_l;
    const auto i = susceptibility::interpret(m, standard);
    if (i.category && i.reason != "dash" && i.reason != "expected_resistance") return true;
  }
  return false;
}

CoverageRow row_of(const Organism& organism, const std::string& agent,
                   const genome::RuleTable& rules) {
  CoverageRow row{.organism = organism.name, .agent = agent};
  std::set<std::string> required;
  for (const auto& rule : rules.rules()) {
    if (!rule.speaks_about(agent) || rule.effect <= genome::RuleEffect::contributes ||
        std::none_of(rule.species.begin(), rule.species.end(),
                     [&](const auto& scope) { return organism.is_within(scope); }))
      continue;
    row.rules.push_back(rule.id);
    for (const auto& condition : rule.conditions)
      if (!condition.optional && (condition.kind == genome::ConditionKind::target ||
                                  condition.kind == genome::ConditionKind::mutation))
        required.insert(condition.pattern.substr(0, condition.pattern.find(' ')));
  }
  row.required.assign(required.begin(), required.end());
  return row;
}

}  // namespace

const std::vector<std::string>& reference_organisms() {
  static const std::vector<std::string> organisms = {
      "Escherichia coli",      "Klebsiella pneumoniae",  "Klebsiella oxytoca",
      "Enterobacter cloacae",  "Citrobacter freundii",   "Salmonella enterica",
      "Proteus mirabilis",     "Serratia marcescens",    "Morganella morganii",
      "Providencia stuartii",  "Pseudomonas aeruginosa", "Acinetobacter baumannii",
      "Enterococcus faecalis", "Enterococcus faecium",   "Staphylococcus aureus"};
  return organisms;
}

std::vector<CoverageRow> rule_coverage(const std::vector<std::string>& organisms,
                                       const genome::RuleTable& rules, const AgentTable& agents,
                                       const susceptibility::Standard& standard) {
  std::vector<CoverageRow> rows;
  for (const auto& name : organisms) {
    const auto organism = standard.organisms.resolve(name);
    if (!organism) continue;
    for (const auto& agent : agents.agents())
      if (is_interpreted(name, agent.name, standard))
        rows.push_back(row_of(*organism, agent.name, rules));
  }
  return rows;
}

}  // namespace kres::mechanism
