#include "mechanism/explanation_change.h"

#include <algorithm>
#include <set>

namespace kres::mechanism {

namespace {

std::vector<std::string> missing_from(const std::vector<std::string>& others,
                                      const std::vector<std::string>& symbols) {
  const std::set<std::string> there(others.begin(), others.end());
  std::vector<std::string> missing;
  for (const auto& symbol : symbols)
    if (!there.contains(symbol)) missing.push_back(symbol);
  return missing;
}

const CaseFinding* case_of(const Explanation& explanation, const std::string& definition) {
  const auto found =
      std::find_if(explanation.cases.begin(), explanation.cases.end(),
                   [&](const auto& finding) { return finding.definition == definition; });
  return found == explanation.cases.end() ? nullptr : &*found;
}

const AgentExplanation* agent_of(const Explanation& explanation, const std::string& agent) {
  const auto found = std::find_if(explanation.agents.begin(), explanation.agents.end(),
                                  [&](const auto& one) { return one.agent == agent; });
  return found == explanation.agents.end() ? nullptr : &*found;
}

bool same_categories(const AgentExplanation& a, const AgentExplanation& b) {
  return std::equal(a.measured.begin(), a.measured.end(), b.measured.begin(), b.measured.end(),
                    [](const auto& x, const auto& y) { return x.category == y.category; });
}

bool says_the_same(const AgentExplanation& a, const AgentExplanation& b) {
  return a.fit == b.fit && a.predicted == b.predicted && same_categories(a, b);
}

// A definition that one of the two does not know counts as not met there.
std::vector<CaseChange> changed_cases(const Explanation& before, const Explanation& after) {
  std::vector<CaseChange> changes;
  const auto status_in = [](const Explanation& explanation, const std::string& definition) {
    const auto* finding = case_of(explanation, definition);
    return finding == nullptr ? CaseStatus::not_met : finding->status;
  };
  const auto compare = [&](const std::string& definition) {
    const auto was = status_in(before, definition), is = status_in(after, definition);
    if (was != is) changes.push_back({definition, was, is});
  };
  for (const auto& finding : before.cases) compare(finding.definition);
  for (const auto& finding : after.cases)
    if (case_of(before, finding.definition) == nullptr) compare(finding.definition);
  return changes;
}

std::vector<AgentChange> changed_agents(const Explanation& before, const Explanation& after) {
  std::vector<AgentChange> changes;
  for (const auto& was : before.agents) {
    const auto* is = agent_of(after, was.agent);
    if (is == nullptr)
      changes.push_back({was.agent, was.agent_name, was.sentence, {}});
    else if (!says_the_same(was, *is))
      changes.push_back({was.agent, was.agent_name, was.sentence, is->sentence});
  }
  for (const auto& is : after.agents)
    if (agent_of(before, is.agent) == nullptr)
      changes.push_back({is.agent, is.agent_name, {}, is.sentence});
  return changes;
}

}  // namespace

bool ExplanationChange::any() const {
  return organism || verdict || !found.empty() || !lost.empty() || !cases.empty() ||
         !agents.empty();
}

ExplanationChange explanation_change(const Explanation& before, const Explanation& after) {
  return {.organism = before.organism != after.organism,
          .verdict = before.verdict.nb != after.verdict.nb || before.verdict.en != after.verdict.en,
          .found = missing_from(before.key_findings, after.key_findings),
          .lost = missing_from(after.key_findings, before.key_findings),
          .cases = changed_cases(before, after),
          .agents = changed_agents(before, after)};
}

}  // namespace kres::mechanism
