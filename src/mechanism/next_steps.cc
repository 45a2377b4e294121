#include "mechanism/next_steps.h"

#include <algorithm>

namespace kres::mechanism {

namespace {

// Agents that must be measured when the genome predicts resistance to them, in species that the
// case definition covers.
struct MustMeasure {
  const char *agent, *definition;
};
constexpr MustMeasure kMustMeasure[] = {
    {"meropenem", "CPO"}, {"colistin", "ColR"}, {"vancomycin", "VRE"}, {"linezolid", "LRE"}};

class Steps {
 public:
  explicit Steps(const Texts& texts) : texts_(texts) {}

  void ask(const std::string& code, const std::string& agent = {}) {
    auto at = std::find_if(steps_.begin(), steps_.end(),
                           [&](const WorkUp& step) { return step.code == code; });
    if (at == steps_.end()) at = steps_.insert(at, {code, texts_.get(code), {}});
    if (!agent.empty() &&
        std::find(at->agents.begin(), at->agents.end(), agent) == at->agents.end())
      at->agents.push_back(agent);
  }

  std::vector<WorkUp> take() { return std::move(steps_); }

 private:
  const Texts& texts_;
  std::vector<WorkUp> steps_;
};

bool is_measured(const Explanation& explanation, const std::string& agent) {
  return std::any_of(explanation.agents.begin(), explanation.agents.end(),
                     [&](const auto& item) { return item.agent == agent; });
}

bool is_covered(const Explanation& explanation, const std::string& definition) {
  return std::any_of(explanation.cases.begin(), explanation.cases.end(),
                     [&](const auto& finding) { return finding.definition == definition; });
}

// A suspicion that rests on something, not just on a missing genome.
bool suspects_carbapenemase(const Explanation& explanation) {
  return std::any_of(explanation.cases.begin(), explanation.cases.end(), [](const auto& finding) {
    return finding.definition == "CPO" && finding.status == CaseStatus::undecided &&
           !finding.basis.empty();
  });
}

// A test and the genome contradict each other about agents that nobody measured.
bool has_unmeasured_doubt(const Explanation& explanation, const std::vector<TestReading>& tests) {
  return std::any_of(tests.begin(), tests.end(), [&](const TestReading& reading) {
    return reading.in_doubt &&
           std::none_of(explanation.agents.begin(), explanation.agents.end(),
                        [&](const auto& agent) {
                          return reading.test->speaks_about(agent.agent, agent.drug_class);
                        });
  });
}

}  // namespace

std::vector<WorkUp> next_steps(const Explanation& explanation, const IsolateFacts& facts,
                               const Texts& texts) {
  Steps steps(texts);
  for (const auto& agent : explanation.agents)
    for (const auto& code : agent.work_up) steps.ask(code, agent.agent);
  if (facts.species_differs) steps.ask("identify_again");
  if (suspects_carbapenemase(explanation) && !is_settled("carbapenemase_test", facts.tests))
    steps.ask("carbapenemase_test");
  if (has_unmeasured_doubt(explanation, facts.tests)) steps.ask("resolve_test");
  if (facts.genome == nullptr) return steps.take();
  if (facts.genome->contamination.verdict == genome::Verdict::fail) steps.ask("new_culture");
  if (facts.genome->quality.verdict == genome::Verdict::fail) steps.ask("reassemble");
  for (const auto& [agent, definition] : kMustMeasure)
    if (is_covered(explanation, definition) && !is_measured(explanation, agent) &&
        facts.phenotype_of(agent).prediction == genome::Prediction::non_wild_type)
      steps.ask("measure_agent", agent);
  return steps.take();
}

}  // namespace kres::mechanism
