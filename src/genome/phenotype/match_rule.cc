#include "genome/phenotype/match_rule.h"

#include <algorithm>

#include "base/text.h"

namespace kres::genome {

namespace {

bool acts_on_one_of(const Determinant& d, const std::vector<std::string>& agents) {
  return agents.empty() || std::any_of(agents.begin(), agents.end(), [&](const auto& agent) {
           return std::find(d.agents.begin(), d.agents.end(), agent) != d.agents.end();
         });
}

bool name_matches(const std::string& pattern, const Determinant& d) {
  return glob_match(pattern, d.symbol) || (!d.allele.empty() && glob_match(pattern, d.allele)) ||
         (!d.nearest.empty() && glob_match(pattern, d.nearest));
}

bool in_class(const GeneClass& gene_class, const Determinant& d) {
  return acts_on_one_of(d, gene_class.acts_on) &&
         std::any_of(gene_class.patterns.begin(), gene_class.patterns.end(),
                     [&](const auto& pattern) { return name_matches(pattern, d); });
}

bool concerns(const RuleCondition& condition, const RuleTable& rules, const Determinant& d) {
  switch (condition.kind) {
    case ConditionKind::gene:
      return d.kind == DeterminantKind::gene && name_matches(condition.pattern, d);
    case ConditionKind::gene_class:
      return d.kind == DeterminantKind::gene && in_class(*rules.find_class(condition.pattern), d);
    case ConditionKind::family:
      return d.kind == DeterminantKind::gene && d.critical_family == condition.pattern;
    case ConditionKind::mutation:
      return d.kind == DeterminantKind::mutation && glob_match(condition.pattern, d.symbol);
    case ConditionKind::target:
      return false;
  }
  return false;
}

bool is_lost(std::string_view state) {
  return state == "truncated" || state == "interrupted" || state == "absent";
}

const Target* find_target(const GenomeResult& result, std::string_view gene) {
  for (const auto& target : result.targets)
    if (target.gene == gene) return &target;
  return nullptr;
}

Truth match_target(const RuleCondition& condition, const GenomeResult& result, RuleMatch& match) {
  const Target* target = find_target(result, condition.pattern);
  if (target == nullptr) {
    match.unseen = true;
    return Truth::no;
  }
  if (target->state == "not_assessable") {
    match.findings.insert(target->gene);
    return Truth::open;
  }
  const bool holds =
      condition.state == "lost" ? is_lost(target->state) : target->state == condition.state;
  if (holds) match.findings.insert(target->gene);
  return holds ? Truth::yes : Truth::no;
}

// A mutation can only be absent from a codon that was read. A broken gene may end before it; that
// matters less where rules speak of the loss itself.
bool was_read(const Target& target, const RuleTable& rules) {
  if (target.state == "truncated" || target.state == "interrupted")
    return rules.speaks_of_loss(target.gene);
  return target.state == "intact" || target.state == "missense";
}

void check_seen(const RuleCondition& condition, const RuleTable& rules, const GenomeResult& result,
                RuleMatch& match) {
  const auto gene = condition.pattern.substr(0, condition.pattern.find(' '));
  const Target* target = find_target(result, gene);
  if (target == nullptr || !was_read(*target, rules)) match.unseen = true;
}

Truth match_condition(const RuleCondition& condition, const RuleTable& rules,
                      const GenomeResult& result, RuleMatch& match) {
  if (condition.kind == ConditionKind::target) return match_target(condition, result, match);
  int firm = 0, open = 0;
  for (const auto& d : result.determinants) {
    const Standing standing = standing_of(d);
    if (standing == Standing::out || !concerns(condition, rules, d)) continue;
    (standing == Standing::firm ? firm : open) += 1;
    match.findings.insert(d.symbol);
  }
  if (firm + open == 0 && condition.kind == ConditionKind::mutation)
    check_seen(condition, rules, result, match);
  if (firm >= condition.at_least) return Truth::yes;
  return firm + open >= condition.at_least ? Truth::open : Truth::no;
}

}  // namespace

Standing standing_of(const Determinant& d) {
  if (d.intrinsic || d.function == FunctionState::broken) return Standing::out;
  if (d.trace || d.contig_end || d.allele_status == AlleleStatus::partial ||
      d.allele_status == AlleleStatus::ambiguous || d.function == FunctionState::not_assessable)
    return Standing::open;
  return Standing::firm;
}

RuleMatch match_rule(const Rule& rule, const RuleTable& rules, const GenomeResult& result) {
  RuleMatch match;
  match.rule = &rule;
  match.truth = Truth::yes;
  for (const auto& condition : rule.conditions)
    match.truth = std::min(match.truth, match_condition(condition, rules, result, match));
  if (match.truth == Truth::no) match.findings.clear();
  return match;
}

}  // namespace kres::genome
