#include "mechanism/verdict.h"

#include <algorithm>

#include "genome/phenotype/match_rule.h"
#include "mechanism/measured_state.h"

namespace kres::mechanism {

namespace {

using genome::Verdict;

const CaseFinding* find_case(const Explanation& explanation, std::string_view id) {
  for (const auto& finding : explanation.cases)
    if (finding.definition == id) return &finding;
  return nullptr;
}

void add_once(std::vector<std::string>& list, const std::string& symbol) {
  if (std::find(list.begin(), list.end(), symbol) == list.end()) list.push_back(symbol);
}

bool is(const CaseFinding* finding, CaseStatus status) {
  return finding != nullptr && finding->status == status;
}

std::vector<BilingualText> words(const std::vector<std::string>& symbols) {
  std::vector<BilingualText> out;
  for (const auto& symbol : symbols) out.push_back(plain(symbol));
  return out;
}

std::vector<BilingualText> explaining(const Explanation& explanation, std::string_view agent) {
  std::vector<BilingualText> out;
  for (const auto& item : explanation.agents) {
    if (item.agent != agent) continue;
    out = texts_of(item.evidence, "explains");
  }
  return out;
}

// Names of the tests a case rests on.
BilingualText test_names(const Explanation& explanation, const CaseFinding& finding,
                         const Texts& texts) {
  std::vector<BilingualText> names;
  for (const auto& test : explanation.tests)
    if (std::find(finding.basis.begin(), finding.basis.end(), test.test) != finding.basis.end() &&
        std::find(names.begin(), names.end(), test.name) == names.end())
      names.push_back(test.name);
  return listed(names, texts);
}

BilingualText st_text(const genome::GenomeResult* genome, const Texts& texts) {
  if (genome == nullptr) return {};
  for (const auto& mlst : genome->mlst)
    if (!mlst.st.empty() && mlst.st != "-")
      return plain(" ") + texts.get("st", {{"st", plain(mlst.st)}});
  return {};
}

// Symbols of findings about agents nobody measured, each once; an empty agent is any of them.
std::vector<std::string> unmeasured_symbols(const VerdictInput& input, std::string_view agent) {
  std::vector<std::string> symbols;
  for (const auto& finding : input.unmeasured)
    if (agent.empty() || finding.agent == agent) add_once(symbols, finding.symbol);
  return symbols;
}

bool has_ground(const CaseFinding* finding, std::string_view ground) {
  return finding != nullptr && finding->ground == ground;
}

// What is said of an enterococcus that is or may be a case; empty if it is none.
std::string enterococcus_key(const CaseFinding* vre, const CaseFinding* lre) {
  const bool is_vre = is(vre, CaseStatus::met), is_lre = is(lre, CaseStatus::met);
  const bool named = has_ground(vre, "mechanism"), lre_named = has_ground(lre, "mechanism");
  if (is_vre && is_lre && named && lre_named) return "verdict.vre_lre";
  if (is_vre) return named ? "verdict.vre" : "verdict.vre_unexplained";
  if (is_lre) return lre_named ? "verdict.lre" : "verdict.lre_unexplained";
  return has_ground(vre, "variable") ? "verdict.vve" : "";
}

std::vector<BilingualText> enterococcus_genes(const CaseFinding* vre, const CaseFinding* lre) {
  std::vector<std::string> symbols;
  for (const auto* finding : {vre, lre})
    if (has_ground(finding, "mechanism") || has_ground(finding, "variable"))
      symbols.insert(symbols.end(), finding->basis.begin(), finding->basis.end());
  return words(symbols);
}

BilingualText headline(const Explanation& explanation, const VerdictInput& input,
                       const Texts& texts) {
  const auto* cpo = find_case(explanation, "CPO");
  const auto* colr = find_case(explanation, "ColR");
  const Texts::Values values = {
      {"organism", explanation.organism.empty() ? texts.get("verdict.unknown_species")
                                                : plain(explanation.organism)},
      {"st", st_text(input.genome, texts)}};
  const auto with_genes = [&](std::string_view key, const std::vector<BilingualText>& genes) {
    Texts::Values all = values;
    all.emplace_back("genes", listed(genes, texts));
    return texts.get(key, all);
  };
  const auto with_tests = [&](std::string_view key, const CaseFinding& finding) {
    Texts::Values all = values;
    all.emplace_back("tests", test_names(explanation, finding, texts));
    return texts.get(key, all);
  };
  if (is(cpo, CaseStatus::met)) {
    auto text = has_ground(cpo, "test") ? with_tests("verdict.carbapenemase_test", *cpo)
                                        : with_genes("verdict.carbapenemase", words(cpo->basis));
    if (is(colr, CaseStatus::met)) text = text + plain(" ") + texts.get("verdict.also_colistin");
    if (const auto genes = unmeasured_symbols(input, "colistin"); !genes.empty())
      text = text + plain(" ") + with_genes("verdict.colistin_not_measured", words(genes));
    return text;
  }
  if (input.genome != nullptr && input.genome->quality.verdict == Verdict::fail)
    return texts.get("verdict.poor_genome", values);
  if (is(cpo, CaseStatus::undecided) && !cpo->basis.empty())
    return texts.get("verdict.carbapenemase_suspected", values);
  if (is(colr, CaseStatus::met)) {
    const auto genes = explaining(explanation, "colistin");
    return genes.empty() ? texts.get("verdict.colistin_unexplained", values)
                         : with_genes("verdict.colistin", genes);
  }
  const auto *vre = find_case(explanation, "VRE"), *lre = find_case(explanation, "LRE");
  if (!is(vre, CaseStatus::met) && is(lre, CaseStatus::met) && has_ground(lre, "test"))
    return with_tests("verdict.lre_test", *lre);
  if (const auto key = enterococcus_key(vre, lre); !key.empty())
    return with_genes(key, enterococcus_genes(vre, lre));
  if (input.genome == nullptr) return texts.get("verdict.no_genome", values);
  auto found = explanation.key_findings;
  for (const auto& symbol : unmeasured_symbols(input, {})) add_once(found, symbol);
  if (found.empty()) return texts.get("verdict.nothing", values);
  return with_genes(cpo == nullptr ? "verdict.acquired_only" : "verdict.acquired", words(found));
}

// Agents whose class asks for something; a wild type beyond the rules does not.
std::vector<BilingualText> unresolved(const Explanation& explanation) {
  std::vector<BilingualText> agents;
  for (const auto& agent : explanation.agents)
    if (!agent.work_up.empty()) agents.push_back(agent.agent_name);
  return agents;
}

// What the species resists by nature agrees with the species, not with this genome.
bool is_compared(const AgentExplanation& agent) {
  return agent.fit == Fit::agree && agent.fit_reason != "expected";
}

// Agents that stand between the measurements and the claim that they agree with the genome: all of
// them if none was compared, else those beyond the wild type that no rule speaks about.
std::vector<BilingualText> not_compared(const Explanation& explanation) {
  const auto& all = explanation.agents;
  const bool none = std::none_of(all.begin(), all.end(), is_compared);
  std::vector<BilingualText> agents;
  for (const auto& agent : all)
    if (none || (!is_compared(agent) &&
                 measured_state(agent.measured).state == MeasuredState::non_wild_type))
      agents.push_back(agent.agent_name);
  return agents;
}

bool any_deviation(const Explanation& explanation) {
  return std::any_of(explanation.agents.begin(), explanation.agents.end(), [](const auto& agent) {
    return agent.fit == Fit::agree && agent.fit_reason == "mechanism_named";
  });
}

// A lost target says so: "mgrB truncated".
std::string listed_symbol(const Evidence& evidence, const genome::GenomeResult& genome) {
  if (evidence.kind != "target") return evidence.symbol;
  for (const auto& target : genome.targets)
    if (target.gene == evidence.symbol) return target.gene + " " + target.state;
  return evidence.symbol;
}

}  // namespace

BilingualText verdict(const Explanation& explanation, const VerdictInput& input,
                      const Texts& texts) {
  BilingualText text = headline(explanation, input, texts);
  if (input.species_differs)
    text = text + plain(" ") +
           texts.get("verdict.species_differs", {{"stated", plain(input.stated_organism)}});
  if (const auto agents = unresolved(explanation); !agents.empty())
    return text + plain(" ") + texts.get("verdict.to_resolve", {{"agents", listed(agents, texts)}});
  if (input.genome == nullptr || explanation.agents.empty()) return text;
  if (const auto agents = not_compared(explanation); !agents.empty())
    return text + plain(" ") +
           texts.get("verdict.not_compared", {{"agents", listed(agents, texts)}});
  return text + plain(" ") +
         texts.get(any_deviation(explanation) ? "verdict.all_explained" : "verdict.all_wild_type");
}

std::vector<std::string> key_findings(const Explanation& explanation,
                                      const genome::GenomeResult* genome) {
  std::vector<std::string> symbols;
  if (genome == nullptr) return symbols;
  for (const auto& d : genome->determinants)
    if (!d.critical_family.empty() && genome::standing_of(d) != genome::Standing::out)
      add_once(symbols, d.symbol);
  for (const auto& agent : explanation.agents) {
    if (agent.predicted != genome::Prediction::non_wild_type) continue;
    for (const auto& evidence : agent.evidence)
      if (evidence.role == "explains") add_once(symbols, listed_symbol(evidence, *genome));
  }
  return symbols;
}

std::vector<UnmeasuredFinding> unmeasured_findings(const AgentFindings& findings,
                                                   const std::string& agent,
                                                   const genome::GenomeResult& genome) {
  std::vector<UnmeasuredFinding> unmeasured;
  for (const auto& evidence : findings.evidence)
    if (evidence.role == "explains") unmeasured.push_back({agent, listed_symbol(evidence, genome)});
  return unmeasured;
}

}  // namespace kres::mechanism
