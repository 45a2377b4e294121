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

// How well a name fits a pattern: an allele of a pattern without '*' fits surely only if it is
// named, since a novel allele may differ from the nearest one in the very residue that matters.
enum class Fit { no, nearest, sure };

bool is_named(const Determinant& d) {
  return d.allele_status == AlleleStatus::exact || d.allele_status == AlleleStatus::exact_protein;
}

Fit fit_of(const std::string& pattern, const Determinant& d) {
  const bool fits = glob_match(pattern, d.symbol) ||
                    (!d.allele.empty() && glob_match(pattern, d.allele)) ||
                    (!d.nearest.empty() && glob_match(pattern, d.nearest));
  if (!fits) return Fit::no;
  return is_named(d) || pattern.find('*') != std::string::npos ? Fit::sure : Fit::nearest;
}

Fit best_fit(const std::vector<std::string>& patterns, const Determinant& d) {
  Fit best = Fit::no;
  for (const auto& pattern : patterns) best = std::max(best, fit_of(pattern, d));
  return best;
}

Fit fit_of_class(const GeneClass& gene_class, const Determinant& d) {
  if (!acts_on_one_of(d, gene_class.acts_on)) return Fit::no;
  if (best_fit(gene_class.except, d) == Fit::sure) return Fit::no;
  return best_fit(gene_class.patterns, d);
}

Fit sure_if(bool fits) { return fits ? Fit::sure : Fit::no; }

Fit fit_of_condition(const RuleCondition& condition, const RuleTable& rules, const Determinant& d) {
  const bool is_gene = d.kind == DeterminantKind::gene;
  switch (condition.kind) {
    case ConditionKind::gene:
      return is_gene ? fit_of(condition.pattern, d) : Fit::no;
    case ConditionKind::gene_class:
      return is_gene ? fit_of_class(*rules.find_class(condition.pattern), d) : Fit::no;
    case ConditionKind::family:
      return sure_if(is_gene && d.critical_family == condition.pattern);
    case ConditionKind::mutation:
      return sure_if(d.kind == DeterminantKind::mutation &&
                     glob_match(condition.pattern, d.symbol));
    case ConditionKind::target:
    case ConditionKind::operon:
      return Fit::no;
  }
  return Fit::no;
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
  if (!is_lost(target->state) && target->detail.starts_with("upstream_insertion:") &&
      condition.state == "lost") {  // the gene is whole, but may not be expressed
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
  if (is_lost(target.state)) return rules.speaks_of_loss(target.gene);
  return target.state == "intact" || target.state == "missense";
}

void check_seen(const RuleCondition& condition, const RuleTable& rules, const GenomeResult& result,
                RuleMatch& match) {
  const auto gene = condition.pattern.substr(0, condition.pattern.find(' '));
  if (std::any_of(result.ribosomal.begin(), result.ribosomal.end(), [&](const Ribosomal& rna) {
        return rna.gene == gene && rna.state == "assessed";
      }))
    return;
  const Target* target = find_target(result, gene);
  // An unknown change at a codon where others resist is no wild type either.
  if (target == nullptr || !was_read(*target, rules) ||
      target->detail.starts_with("unclassified_at_known_codon:"))
    match.unseen = true;
}

// The state of a van cluster as rules speak of it. A cluster whose ligase set is intact but whose
// regulators the reference set does not hold is "unread": nothing speaks against it.
std::string_view operon_state(const VanOperon& operon) {
  if (operon.verdict == "FUNCTIONAL") return "functional";
  if (operon.verdict == "SILENT") return "silent";
  if (operon.verdict == "INCOMPLETE") {
    const bool ligase =
        std::any_of(operon.genes.begin(), operon.genes.end(), [](const VanGene& gene) {
          return gene.role == "ligase" && gene.state != "broken" && gene.state != "missing";
        });
    return ligase ? "incomplete" : "no_ligase";
  }
  const bool seen_ligase = std::any_of(
      operon.genes.begin(), operon.genes.end(),
      [](const VanGene& gene) { return gene.role == "ligase" && gene.state == "intact"; });
  const bool only_unread =
      std::all_of(operon.reasons.begin(), operon.reasons.end(), [](const std::string& reason) {
        return reason.starts_with("not_in_reference:") || reason.starts_with("promoter_changed:") ||
               reason == "genes_on_several_contigs";
      });
  return seen_ligase && only_unread ? "unread" : "open";
}

bool belongs_to(const Determinant& d, const VanOperon& operon) {
  return d.kind == DeterminantKind::gene &&
         std::any_of(operon.genes.begin(), operon.genes.end(), [&](const VanGene& gene) {
           return gene.source == d.source && gene.contig == d.contig && gene.start >= d.start &&
                  gene.end <= d.end;
         });
}

Truth match_operon(const RuleCondition& condition, const GenomeResult& result, RuleMatch& match) {
  Truth truth = Truth::no;
  for (const auto& operon : result.van_operons) {
    if (operon.intrinsic || !glob_match(condition.pattern, operon.type) ||
        operon_state(operon) != condition.state)
      continue;
    truth = Truth::yes;
    for (const auto& d : result.determinants)
      if (belongs_to(d, operon)) match.findings.insert(d.symbol);
  }
  return truth;
}

Truth match_condition(const RuleCondition& condition, const RuleTable& rules,
                      const GenomeResult& result, RuleMatch& match) {
  if (condition.kind == ConditionKind::target) return match_target(condition, result, match);
  if (condition.kind == ConditionKind::operon) return match_operon(condition, result, match);
  int firm = 0, open = 0;
  for (const auto& d : result.determinants) {
    const Standing standing = standing_of(d);
    const Fit fit = fit_of_condition(condition, rules, d);
    if (standing == Standing::out || fit == Fit::no) continue;
    (standing == Standing::firm && fit == Fit::sure ? firm : open) += 1;
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
