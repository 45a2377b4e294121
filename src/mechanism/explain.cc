#include "mechanism/explain.h"

#include <algorithm>
#include <map>

#include "mechanism/case_status.h"
#include "mechanism/explain_agent.h"
#include "mechanism/findings.h"
#include "mechanism/isolate_facts.h"
#include "mechanism/next_steps.h"
#include "mechanism/surroundings.h"
#include "mechanism/verdict.h"

namespace kres::mechanism {

namespace {

void name_versions(Explanation& out, const ExplainInput& input, const Knowledge& knowledge) {
  out.rule_version = knowledge.rules.version();
  if (input.genome) out.genome_reference = input.genome->reference_digest;
  for (const auto& i : input.measured) {
    if (i.breakpoint) out.breakpoint_version = i.breakpoint->version;
    out.constructed = out.constructed || i.measurement.provenance == "constructed";
  }
}

std::vector<AgentExplanation> explain_agents(const ExplainInput& input, const IsolateFacts& facts,
                                             const Knowledge& knowledge) {
  std::map<std::size_t, std::vector<susceptibility::Interpretation>> in_order;
  for (const auto& i : input.measured)
    in_order[knowledge.agents.order_of(i.measurement.agent)].push_back(i);
  std::vector<AgentExplanation> agents;
  for (const auto& [order, measurements] : in_order)
    agents.push_back(explain_agent(measurements, facts, knowledge));
  return agents;
}

void judge_cases(Explanation& out, const ExplainInput& input, const IsolateFacts& facts,
                 const Knowledge& knowledge) {
  const auto organism = knowledge.organisms.resolve(facts.organism);
  if (!organism) return;
  for (const auto* definition : knowledge.cases.valid_on(input.today)) {
    auto finding = judge_case(
        *definition, {*organism, facts.genome, input.measured, knowledge.rules, facts.tests},
        knowledge.texts);
    if (!finding) continue;
    if (finding->notifiable)
      finding->notification = notification_of(finding->definition, input.today,
                                              knowledge.notification, knowledge.texts);
    out.case_version = finding->version;
    out.cases.push_back(std::move(*finding));
  }
}

std::vector<UnmeasuredFinding> find_unmeasured(const Explanation& out, const IsolateFacts& facts,
                                               const Knowledge& knowledge) {
  std::vector<UnmeasuredFinding> all;
  for (const auto& phenotype : facts.phenotypes) {
    const bool measured = std::any_of(out.agents.begin(), out.agents.end(), [&](const auto& agent) {
      return agent.agent == phenotype.agent;
    });
    if (measured || phenotype.prediction != genome::Prediction::non_wild_type) continue;
    const auto findings = find_evidence(phenotype, *facts.genome, knowledge);
    for (auto& finding : unmeasured_findings(findings, phenotype.agent, *facts.genome))
      all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace

Explanation explain(const ExplainInput& input, const Knowledge& knowledge) {
  const IsolateFacts facts = find_facts(input, knowledge);
  Explanation out;
  out.isolate = input.isolate;
  out.organism = facts.organism;
  name_versions(out, input, knowledge);
  out.agents = explain_agents(input, facts, knowledge);
  out.statements = statements_of(out.agents, facts, knowledge.texts);
  out.key_findings = key_findings(out, facts.genome);
  for (const auto& reading : facts.tests) out.tests.push_back(reading.finding);
  judge_cases(out, input, facts, knowledge);
  out.work_up = next_steps(out, facts, knowledge.texts);
  out.needs_person = !out.work_up.empty();
  out.verdict = verdict(
      out,
      {facts.genome, input.organism, facts.species_differs, find_unmeasured(out, facts, knowledge)},
      knowledge.texts);
  if (facts.genome != nullptr) out.absent = absent_findings(*facts.genome, knowledge.texts);
  out.context = context_text(input.context, knowledge.texts);
  return out;
}

}  // namespace kres::mechanism
