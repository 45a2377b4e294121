#include "mechanism/target_hints.h"

#include <algorithm>
#include <set>

#include "base/tsv.h"
#include "base/whole_number.h"

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

// The codon of "S83I" or "A134_G135insGD"; 0 if there is no number.
int codon_of(std::string_view change) {
  int codon = 0;
  for (const char c : change) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && codon > 0) break;
    if (digit && codon < 100'000) codon = 10 * codon + (c - '0');
  }
  return codon;
}

bool is_outside(const std::string& gene, const genome::AminoAcidChange& change,
                const std::vector<HintRegion>& regions) {
  const auto codon = codon_of(change.text);
  return std::any_of(regions.begin(), regions.end(), [&](const HintRegion& region) {
    return region.gene == gene && (codon < region.first || codon > region.last);
  });
}

}  // namespace

Result<std::vector<HintRegion>> parse_hint_regions(std::string_view text, const std::string& name) {
  KRES_ASSIGN(const auto table, TsvTable::parse(text, name, {"gene", "first", "last", "source"}));
  std::vector<HintRegion> regions;
  for (const auto& row : table.rows()) {
    const auto first = parse_int_within(row["first"], 1, 10'000);
    const auto last = parse_int_within(row["last"], 1, 10'000);
    if (row["gene"].empty() || row["source"].empty() || !first || !last || *last < *first)
      return bad_input("a region needs a gene, its first and last codon, and a source", name,
                       row.line());
    regions.push_back({std::string(row["gene"]), *first, *last});
  }
  return regions;
}

std::vector<Target> unclassified_targets(const std::string& agent,
                                         const genome::GenomeResult& result,
                                         const genome::RuleTable& rules,
                                         const std::vector<HintRegion>& regions) {
  const auto genes = target_genes(agent, rules);
  std::vector<Target> targets;
  for (const auto& target : result.targets) {
    if (!genes.contains(target.gene) || target.state != "missense") continue;
    Target unclassified = target;
    std::erase_if(unclassified.changes, [&](const auto& change) {
      return is_classified(target, change, result) || is_outside(target.gene, change, regions);
    });
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
