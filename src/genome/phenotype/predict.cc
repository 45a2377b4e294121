#include "genome/phenotype/predict.h"

#include <algorithm>
#include <map>
#include <set>

#include "genome/phenotype/match_rule.h"

namespace kres::genome {

namespace {

// One thing that speaks about an agent: a rule, or an imported phenotype of a determinant.
struct Voice {
  std::string id;
  RuleEffect effect = RuleEffect::contributes;
  std::set<std::string> findings;
  bool open = false;  // it would say non-wild type if what it rests on were certain
};

bool is_part_of(const std::set<std::string>& part, const std::set<std::string>& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

// A combination counts only if it says more than its parts, and no less than any single finding.
bool is_outdone(const Voice& combination, const std::vector<Voice>& simple) {
  return std::any_of(simple.begin(), simple.end(), [&](const Voice& voice) {
    return voice.effect > combination.effect ||
           (voice.effect == combination.effect && is_part_of(voice.findings, combination.findings));
  });
}

bool is_combination(const Rule& rule) {
  const auto& first = rule.conditions.front();
  return rule.conditions.size() > 1 || first.at_least > 1 || first.copies > 1;
}

std::vector<RuleMatch> rules_for(const GenomeResult& result, const RuleTable& rules,
                                 const OrganismTable& organisms) {
  std::vector<RuleMatch> matches;
  const auto organism = organisms.resolve(result.species.name);
  if (!organism) return matches;
  for (const auto& rule : rules.rules())
    if (std::any_of(rule.species.begin(), rule.species.end(),
                    [&](const auto& scope) { return organism->is_within(scope); }))
      matches.push_back(match_rule(rule, rules, result));
  return matches;
}

// Imported phenotypes speak only where no rule has spoken about the same gene and agent.
void add_imported(const GenomeResult& result, const std::string& agent,
                  std::vector<Voice>& voices) {
  const std::vector<Voice> ruled = voices;
  for (const auto& d : result.determinants) {
    const Standing standing = standing_of(d);
    if (d.kind != DeterminantKind::gene || standing == Standing::out || d.source.empty()) continue;
    if (std::find(d.agents.begin(), d.agents.end(), agent) == d.agents.end()) continue;
    if (std::any_of(ruled.begin(), ruled.end(),
                    [&](const Voice& voice) { return voice.findings.contains(d.symbol); }))
      continue;
    voices.push_back(
        {d.source,
         standing == Standing::firm ? RuleEffect::non_wild_type : RuleEffect::uncertain,
         {d.symbol},
         standing != Standing::firm});
  }
}

std::vector<Voice> voices_about(const std::string& agent, const GenomeResult& result,
                                const std::vector<RuleMatch>& matches) {
  std::vector<Voice> voices, combinations;
  for (const auto& match : matches) {
    if (match.truth == Truth::no || !match.rule->speaks_about(agent)) continue;
    Voice voice{match.rule->id, effect_of(match), match.findings,
                match.truth == Truth::open && match.rule->effect >= RuleEffect::non_wild_type};
    (is_combination(*match.rule) ? combinations : voices).push_back(std::move(voice));
  }
  add_imported(result, agent, voices);
  const std::vector<Voice> simple = voices;
  for (auto& combination : combinations)
    if (!is_outdone(combination, simple)) voices.push_back(std::move(combination));
  return voices;
}

// A genus or an unknown organism has no wild type, nor has a species whose size and GC are unknown.
bool shows_wild_type(const GenomeResult& result) {
  const auto& reasons = result.quality.reasons;
  const auto& rank = result.species.rank;
  return result.quality.verdict != Verdict::fail && result.contamination.verdict != Verdict::fail &&
         (rank == "species" || rank == "complex") &&
         std::find(reasons.begin(), reasons.end(), "species_not_in_table") == reasons.end();
}

// The wild type can be said only if every rule of the agent could look, in a genome good enough.
Prediction without_findings(const std::string& agent, const GenomeResult& result,
                            const std::vector<RuleMatch>& matches) {
  bool spoken = false;
  for (const auto& match : matches) {
    if (!match.rule->speaks_about(agent) || match.rule->effect <= RuleEffect::contributes) continue;
    if (!match.unread.empty()) return Prediction::no_rule;
    if (match.unread_optional.empty()) spoken = true;  // this rule could look
  }
  if (!spoken) return Prediction::no_rule;
  return shows_wild_type(result) ? Prediction::wild_type : Prediction::uncertain;
}

PredictedPhenotype predict_agent(const std::string& agent, const GenomeResult& result,
                                 const std::vector<RuleMatch>& matches) {
  PredictedPhenotype phenotype;
  phenotype.agent = agent;
  RuleEffect strongest = RuleEffect::spares;
  std::set<std::string> findings;
  for (const auto& voice : voices_about(agent, result, matches)) {
    strongest = std::max(strongest, voice.effect);
    phenotype.rules.push_back(voice.id);
    if (voice.effect == RuleEffect::spares) continue;
    findings.insert(voice.findings.begin(), voice.findings.end());
  }
  phenotype.determinants.assign(findings.begin(), findings.end());
  if (strongest <= RuleEffect::contributes)
    phenotype.prediction = without_findings(agent, result, matches);
  else
    phenotype.prediction =
        strongest < RuleEffect::non_wild_type ? Prediction::uncertain : Prediction::non_wild_type;
  return phenotype;
}

// Agents that the rules for this organism speak about; all of the table's if there is no rule.
std::set<std::string> agents_of(const GenomeResult& result, const RuleTable& rules,
                                const std::vector<RuleMatch>& matches) {
  std::set<std::string> agents;
  for (const auto& match : matches)
    agents.insert(match.rule->agents.begin(), match.rule->agents.end());
  if (matches.empty()) agents.insert(rules.agents().begin(), rules.agents().end());
  for (const auto& d : result.determinants)
    if (d.kind == DeterminantKind::gene && standing_of(d) != Standing::out)
      agents.insert(d.agents.begin(), d.agents.end());
  return agents;
}

}  // namespace

std::vector<PredictedPhenotype> predict_phenotype(const GenomeResult& result,
                                                  const RuleTable& rules,
                                                  const OrganismTable& organisms) {
  const auto matches = rules_for(result, rules, organisms);
  std::vector<PredictedPhenotype> phenotypes;
  for (const auto& agent : agents_of(result, rules, matches))
    phenotypes.push_back(predict_agent(agent, result, matches));
  return phenotypes;
}

ExpectedCategory expected_category(const std::string& agent, const GenomeResult& result,
                                   const RuleTable& rules, const OrganismTable& organisms) {
  const auto matches = rules_for(result, rules, organisms);
  RuleEffect strongest = RuleEffect::contributes;
  bool open = false, spoken = false;
  for (const auto& voice : voices_about(agent, result, matches)) {
    strongest = std::max(strongest, voice.effect);
    open = open || voice.open;
  }
  if (strongest == RuleEffect::resistant) return ExpectedCategory::R;
  if (strongest == RuleEffect::non_wild_type) return ExpectedCategory::I;
  for (const auto& match : matches) {
    if (!match.rule->speaks_about(agent)) continue;
    spoken = true;
    open = open || (!match.unread.empty() && match.rule->effect >= RuleEffect::non_wild_type);
  }
  const bool sure = spoken && !open && strongest != RuleEffect::latent && shows_wild_type(result);
  return sure ? ExpectedCategory::S : ExpectedCategory::none;
}

UnreadGenes unread_genes(const std::string& agent, const GenomeResult& result,
                         const RuleTable& rules, const OrganismTable& organisms) {
  std::set<std::string> required, optional;
  for (const auto& match : rules_for(result, rules, organisms)) {
    if (!match.rule->speaks_about(agent) || match.rule->effect <= RuleEffect::contributes) continue;
    required.insert(match.unread.begin(), match.unread.end());
    optional.insert(match.unread_optional.begin(), match.unread_optional.end());
  }
  return {{required.begin(), required.end()}, {optional.begin(), optional.end()}};
}

}  // namespace kres::genome
