#include "genome/phenotype/gene_fit.h"

#include <algorithm>

#include "base/text.h"

namespace kres::genome {

namespace {

bool acts_on_one_of(const Determinant& d, const std::vector<std::string>& agents) {
  return agents.empty() || std::any_of(agents.begin(), agents.end(), [&](const auto& agent) {
           return std::find(d.agents.begin(), d.agents.end(), agent) != d.agents.end();
         });
}

bool is_named(const Determinant& d) {
  return d.allele_status == AlleleStatus::exact || d.allele_status == AlleleStatus::exact_protein;
}

// "blaNDM-*" is the family of a "blaNDM" of which no allele is known.
bool is_family(std::string_view pattern, std::string_view symbol) {
  return pattern.ends_with("-*") && pattern.substr(0, pattern.size() - 2) == symbol;
}

GeneFit fit_of(const std::string& pattern, const Determinant& d) {
  const bool fits =
      glob_match(pattern, d.symbol) || (!d.allele.empty() && glob_match(pattern, d.allele)) ||
      (!d.nearest.empty() && glob_match(pattern, d.nearest)) || is_family(pattern, d.symbol);
  if (!fits) return GeneFit::no;
  return is_named(d) || pattern.find('*') != std::string::npos ? GeneFit::sure : GeneFit::nearest;
}

GeneFit best_fit(const std::vector<std::string>& patterns, const Determinant& d) {
  GeneFit best = GeneFit::no;
  for (const auto& pattern : patterns) best = std::max(best, fit_of(pattern, d));
  return best;
}

GeneFit fit_of_class(const GeneClass& gene_class, const Determinant& d) {
  if (!acts_on_one_of(d, gene_class.acts_on)) return GeneFit::no;
  if (best_fit(gene_class.except, d) == GeneFit::sure) return GeneFit::no;
  return best_fit(gene_class.patterns, d);
}

GeneFit sure_if(bool fits) { return fits ? GeneFit::sure : GeneFit::no; }

bool is_excepted(const RuleCondition& condition, const RuleTable& rules, const Determinant& d) {
  return !condition.except.empty() &&
         fit_of_class(*rules.find_class(condition.except), d) == GeneFit::sure;
}

}  // namespace

GeneFit fit_of_condition(const RuleCondition& condition, const RuleTable& rules,
                         const Determinant& d) {
  const bool is_gene = d.kind == DeterminantKind::gene;
  if (is_excepted(condition, rules, d)) return GeneFit::no;
  switch (condition.kind) {
    case ConditionKind::gene:
      return is_gene ? fit_of(condition.pattern, d) : GeneFit::no;
    case ConditionKind::intrinsic:
      return is_gene && d.intrinsic ? fit_of(condition.pattern, d) : GeneFit::no;
    case ConditionKind::gene_class:
      return is_gene ? fit_of_class(*rules.find_class(condition.pattern), d) : GeneFit::no;
    case ConditionKind::family:
      return sure_if(is_gene && d.critical_family == condition.pattern);
    case ConditionKind::mutation:
      return sure_if(d.kind == DeterminantKind::mutation &&
                     glob_match(condition.pattern, d.symbol));
    case ConditionKind::target:
    case ConditionKind::operon:
    case ConditionKind::upstream:
      return GeneFit::no;
  }
  return GeneFit::no;
}

}  // namespace kres::genome
