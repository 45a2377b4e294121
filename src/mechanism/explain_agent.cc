#include "mechanism/explain_agent.h"

#include <algorithm>

#include "genome/phenotype/predict.h"
#include "mechanism/classify.h"
#include "mechanism/findings.h"
#include "mechanism/statement.h"

namespace kres::mechanism {

namespace {

BilingualText pattern_of(const std::string& agent, const IsolateFacts& facts) {
  const auto at = facts.implausible.find(agent);
  return at == facts.implausible.end() ? BilingualText() : at->second;
}

ValueText value_of(const AgentExplanation& agent, const Texts& texts) {
  return value_text(agent, *measured_state(agent.measured).leading, texts);
}

// Whether a genotype table, which does not tell of lost targets, is why one of the genes is unread.
bool is_unreported(const std::vector<std::string>& genes, const genome::GenomeResult& genome) {
  return std::any_of(genome.targets.begin(), genome.targets.end(), [&](const auto& target) {
    return target.state == "unreported" &&
           std::find(genes.begin(), genes.end(), target.gene) != genes.end();
  });
}

// When the rules that spoke fail, each once.
std::vector<BilingualText> limitations_of(const std::vector<std::string>& rules,
                                          const Knowledge& knowledge) {
  std::vector<BilingualText> limitations;
  for (const auto& id : rules) {
    const auto* rule = knowledge.rules.find(id);
    if (rule == nullptr || rule->limitation.empty()) continue;
    auto text = knowledge.texts.get("limitation." + rule->limitation);
    if (std::find(limitations.begin(), limitations.end(), text) == limitations.end())
      limitations.push_back(std::move(text));
  }
  return limitations;
}

void add_genome(AgentExplanation& out, AgentFacts& agent, const IsolateFacts& facts,
                const Knowledge& knowledge) {
  auto findings = find_evidence(facts.phenotype_of(out.agent), *facts.genome, knowledge);
  agent.has_genome = true;
  agent.predicted = findings.predicted;
  agent.strongest = findings.strongest;
  agent.finding_is_firm = findings.has_firm;
  agent.finding_is_critical = findings.has_critical;
  agent.finding_is_open = findings.has_open;
  agent.finding_is_minor = findings.has_minor_gene;
  agent.minor_allele = findings.has_minor_allele;
  agent.intrinsic = findings.has_intrinsic;
  agent.unclassified_change = findings.has_hint;
  agent.mixture = facts.genome->contamination.verdict != genome::Verdict::pass;
  out.predicted = findings.predicted;
  auto unread =
      genome::unread_genes(out.agent, *facts.genome, knowledge.rules, knowledge.organisms);
  agent.unread = out.predicted == genome::Prediction::no_rule && !unread.required.empty();
  agent.loss_unreported = agent.unread && is_unreported(unread.required, *facts.genome);
  out.unread = std::move(agent.unread ? unread.required : unread.optional);
  out.rules = std::move(findings.rules);
  out.limitations = limitations_of(out.rules, knowledge);
  out.evidence = std::move(findings.evidence);
}

// Results of tests that speak about the agent.
std::vector<const TestReading*> tests_of(const AgentExplanation& agent, const IsolateFacts& facts) {
  return readings_that(facts.tests, [&](const TestReading& reading) {
    return reading.test->speaks_about(agent.agent, agent.drug_class);
  });
}

void add_tests(AgentExplanation& out, const std::vector<const TestReading*>& tests) {
  const bool lead = out.fit_reason == "test_positive";
  for (const auto* reading : tests) {
    const auto& words = lead ? reading->unfound_phrase : reading->unfound_sentence;
    if (!words.nb.empty())
      out.evidence.push_back(
          {"test", reading->test->id, lead ? "unexplained" : "contradicts", words, {}, 0, 0});
    out.evidence.insert(out.evidence.end(), reading->evidence.begin(), reading->evidence.end());
  }
}

void add_work_up(AgentExplanation& out, const std::vector<const TestReading*>& tests,
                 const IsolateFacts& facts, const Knowledge& knowledge) {
  out.work_up = work_up_codes(knowledge.work_up, name_of(out.fit), out.fit_reason, out.drug_class);
  std::erase_if(out.work_up,
                [&](const std::string& code) { return is_settled(code, facts.tests); });
  const bool in_doubt = std::any_of(tests.begin(), tests.end(),
                                    [](const auto* reading) { return reading->in_doubt; });
  if (in_doubt && out.fit_reason != "test_positive") out.work_up.emplace_back("resolve_test");
}

bool share_a_statement(const AgentExplanation& a, const AgentExplanation& b) {
  if (a.drug_class != b.drug_class || a.fit != b.fit || a.fit_reason != b.fit_reason) return false;
  if (a.unread != b.unread) return false;
  for (const auto* role : {"explains", "contributes", "spares", "broken", "intrinsic", "hint",
                           "minor", "confirms", "contradicts", "shows", "unexplained"})
    if (texts_of(a.evidence, role) != texts_of(b.evidence, role)) return false;
  return true;
}

}  // namespace

AgentExplanation explain_agent(const std::vector<susceptibility::Interpretation>& measurements,
                               const IsolateFacts& facts, const Knowledge& knowledge) {
  AgentExplanation out;
  out.agent = measurements.front().measurement.agent;
  const auto* agent = knowledge.agents.find(out.agent);
  out.agent_name = agent == nullptr ? plain(out.agent) : agent->title;
  out.drug_class = agent == nullptr ? "other" : agent->drug_class;
  out.measured = measurements;
  AgentFacts about;
  about.measured = measured_state(out.measured);
  about.has_ecoff = about.measured.leading->ecoff.has_value();
  about.held_by_control = about.measured.leading->held_by_quality_control();
  about.species_differs = facts.species_differs;
  about.implausible = facts.implausible.contains(out.agent);
  if (facts.genome != nullptr) add_genome(out, about, facts, knowledge);
  const auto tests = tests_of(out, facts);
  about.shown_by_test = std::any_of(tests.begin(), tests.end(),
                                    [](const auto* reading) { return reading->unexplained; });
  const auto judgement = classify(about);
  out.fit = judgement.fit;
  out.fit_reason = judgement.reason;
  if (out.fit != Fit::unexplained && !about.unread) out.unread.clear();
  add_tests(out, tests);
  add_work_up(out, tests, facts, knowledge);
  out.sentence = sentence(out, {value_of(out, knowledge.texts)}, pattern_of(out.agent, facts),
                          knowledge.texts);
  return out;
}

std::vector<Statement> statements_of(const std::vector<AgentExplanation>& agents,
                                     const IsolateFacts& facts, const Texts& texts) {
  std::vector<Statement> statements;
  std::vector<bool> said(agents.size(), false);
  for (std::size_t i = 0; i < agents.size(); ++i) {
    if (said[i]) continue;
    const auto& first = agents[i];
    Statement statement{first.fit, first.fit_reason, first.drug_class, {}, {}};
    std::vector<ValueText> values;
    for (std::size_t j = i; j < agents.size(); ++j) {
      if (said[j] || !share_a_statement(first, agents[j])) continue;
      said[j] = true;
      statement.agents.push_back(agents[j].agent);
      values.push_back(value_of(agents[j], texts));
    }
    statement.text = sentence(first, values, pattern_of(first.agent, facts), texts);
    statements.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace kres::mechanism
