#include "mechanism/target_hints.h"

#include <algorithm>
#include <set>

namespace kres::mechanism {

namespace {

using genome::Target;

// Natural alleles of a target differ from the reference in many places; a handful is a finding.
constexpr std::size_t kFewChanges = 5;

// Genes whose single changes the rules of this agent name.
std::set<std::string> target_genes(const std::string& agent, const genome::RuleTable& rules) {
  std::set<std::string> genes;
  for (const auto& rule : rules.rules()) {
    if (!rule.speaks_about(agent)) continue;
    for (const auto& condition : rule.conditions) {
      if (condition.kind == genome::ConditionKind::target) genes.insert(condition.pattern);
      if (condition.kind == genome::ConditionKind::mutation)
        genes.insert(condition.pattern.substr(0, condition.pattern.find(' ')));
    }
  }
  return genes;
}

bool is_classified(const Target& target, const genome::AminoAcidChange& change,
                   const genome::GenomeResult& result) {
  return std::any_of(result.determinants.begin(), result.determinants.end(), [&](const auto& d) {
    return d.kind == genome::DeterminantKind::mutation &&
           d.symbol == target.gene + " " + change.text;
  });
}

}  // namespace

std::vector<Target> unclassified_targets(const std::string& agent,
                                         const genome::GenomeResult& result,
                                         const genome::RuleTable& rules) {
  const auto genes = target_genes(agent, rules);
  std::vector<Target> targets;
  for (const auto& target : result.targets) {
    if (!genes.contains(target.gene) || target.state != "missense") continue;
    Target unclassified = target;
    std::erase_if(unclassified.changes,
                  [&](const auto& change) { return is_classified(target, change, result); });
    if (!unclassified.changes.empty() && unclassified.changes.size() <= kFewChanges)
      targets.push_back(std::move(unclassified));
  }
  return targets;
}

std::vector<genome::SiteFraction> minor_alleles(const std::string& agent,
                                                const genome::GenomeResult& result,
                                                const genome::RuleTable& rules) {
  const auto genes = target_genes(agent, rules);
  std::vector<genome::SiteFraction> alleles;
  for (const auto& site : result.fractions)
    if (site.state == "seen" && genes.contains(site.gene)) alleles.push_back(site);
  return alleles;
}

}  // namespace kres::mechanism
