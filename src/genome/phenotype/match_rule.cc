#include "genome/phenotype/match_rule.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "genome/phenotype/gene_fit.h"

namespace kres::genome {

namespace {

bool is_lost(std::string_view state) {
  return state == "truncated" || state == "interrupted" || state == "absent";
}

const Target* find_target(const GenomeResult& result, std::string_view gene) {
  for (const auto& target : result.targets)
    if (target.gene == gene) return &target;
  return nullptr;
}

void note_unread(const RuleCondition& condition, const std::string& gene, RuleMatch& match) {
  if (condition.silent) return;
  (condition.optional ? match.unread_optional : match.unread).insert(gene);
}

Truth match_target(const RuleCondition& condition, const GenomeResult& result, RuleMatch& match) {
  const Target* target = find_target(result, condition.pattern);
  if (target == nullptr) {
    note_unread(condition, condition.pattern, match);
    return Truth::no;
  }
  if (target->state == "unreported") {
    note_unread(condition, condition.pattern, match);
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
  return target.state == "intact" || target.state == "missense" || target.state == "unreported";
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
    note_unread(condition, gene, match);
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
    match.operons.insert(operon.type);
    for (const auto& d : result.determinants)
      if (belongs_to(d, operon)) match.findings.insert(d.symbol);
  }
  return truth;
}

// An insertion before a gene may drive it if it looks like a mobile element.
Truth match_upstream(const RuleCondition& condition, const GenomeResult& result, RuleMatch& match) {
  Truth truth = Truth::no;
  for (const auto& insertion : result.insertions) {
    if (insertion.place != "upstream" || !glob_match(condition.pattern, insertion.gene)) continue;
    const bool mobile = insertion.inverted_repeat > 0 || insertion.copies > 1;
    truth = std::max(truth, mobile ? Truth::yes : Truth::open);
    match.findings.insert(insertion.gene);
  }
  return truth;
}

// Copies of a ribosomal RNA that carry the change; none if they could not be counted.
std::optional<std::uint32_t> changed_copies(const Determinant& d, const GenomeResult& result) {
  for (const auto& rna : result.ribosomal)
    for (const auto& position : rna.positions)
      if (position.symbol == d.symbol && rna.state == "assessed") return position.mutant_copies;
  return std::nullopt;
}

// Copies of a gene: loci of one name, or what depth says of one locus.
double copies_of(const Determinant& d, const GenomeResult& result) {
  const auto loci = std::count_if(
      result.determinants.begin(), result.determinants.end(), [&](const Determinant& other) {
        return other.symbol == d.symbol && standing_of(other) == Standing::firm;
      });
  return std::max(d.copies.value_or(1), static_cast<double>(loci));
}

// Whether the finding has the copies the condition asks for.
Truth enough_copies(const RuleCondition& condition, const Determinant& d,
                    const GenomeResult& result) {
  if (condition.copies <= 1) return Truth::yes;
  if (d.kind != DeterminantKind::mutation)
    return copies_of(d, result) > condition.copies - 0.5 ? Truth::yes : Truth::no;
  const auto copies = changed_copies(d, result);
  if (!copies) return Truth::open;
  return *copies >= static_cast<std::uint32_t>(condition.copies) ? Truth::yes : Truth::no;
}

// The standing of a gene that belongs to the species, as if it were acquired.
Standing standing_for(const RuleCondition& condition, const Determinant& d) {
  if (condition.kind != ConditionKind::intrinsic) return standing_of(d);
  Determinant acquired = d;
  acquired.intrinsic = false;
  return standing_of(acquired);
}

Truth match_determinants(const RuleCondition& condition, const RuleTable& rules,
                         const GenomeResult& result, RuleMatch& match) {
  int firm = 0, open = 0;
  for (const auto& d : result.determinants) {
    const Standing standing = standing_for(condition, d);
    const GeneFit fit = fit_of_condition(condition, rules, d);
    if (standing == Standing::out || fit == GeneFit::no) continue;
    const Truth copies = enough_copies(condition, d, result);
    if (copies == Truth::no) continue;
    const bool sure = standing == Standing::firm && fit == GeneFit::sure && copies == Truth::yes;
    (sure ? firm : open) += 1;
    match.findings.insert(d.symbol);
  }
  if (firm + open == 0 && condition.kind == ConditionKind::mutation)
    check_seen(condition, rules, result, match);
  if (firm >= condition.at_least) return Truth::yes;
  return firm + open >= condition.at_least ? Truth::open : Truth::no;
}

Truth match_condition(const RuleCondition& condition, const RuleTable& rules,
                      const GenomeResult& result, RuleMatch& match) {
  switch (condition.kind) {
    case ConditionKind::target:
      return match_target(condition, result, match);
    case ConditionKind::operon:
      return match_operon(condition, result, match);
    case ConditionKind::upstream:
      return match_upstream(condition, result, match);
    default:
      return match_determinants(condition, rules, result, match);
  }
}

}  // namespace

Standing standing_of(const Determinant& d) {
  if (d.intrinsic || d.function == FunctionState::broken) return Standing::out;
  if (d.trace || d.contig_end || d.minor || d.allele_status == AlleleStatus::partial ||
      d.allele_status == AlleleStatus::ambiguous || d.function == FunctionState::not_assessable)
    return Standing::open;
  return Standing::firm;
}

RuleEffect effect_of(const RuleMatch& match) {
  const auto effect = match.rule->effect;
  return match.truth == Truth::open ? std::min(effect, RuleEffect::uncertain) : effect;
}

RuleMatch match_rule(const Rule& rule, const RuleTable& rules, const GenomeResult& result) {
  RuleMatch match;
  match.rule = &rule;
  match.truth = Truth::yes;
  bool excluded = false;  // a condition that could look does not hold, whatever the others are
  for (const auto& condition : rule.conditions) {
    RuleMatch one;
    const Truth truth = match_condition(condition, rules, result, one);
    const bool looked = one.unread.empty() && one.unread_optional.empty() && !condition.silent;
    excluded = excluded || (truth == Truth::no && looked);
    match.truth = std::min(match.truth, truth);
    match.findings.merge(one.findings);
    match.operons.merge(one.operons);
    match.unread.merge(one.unread);
    match.unread_optional.merge(one.unread_optional);
  }
  if (excluded) {
    match.unread.clear();
    match.unread_optional.clear();
  }
  if (match.truth == Truth::no) {
    match.findings.clear();
    match.operons.clear();
  }
  return match;
}

}  // namespace kres::genome
