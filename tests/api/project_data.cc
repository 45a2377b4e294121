#include "tests/api/project_data.h"

#include <string>
#include <vector>

#include "base/files.h"
#include "tests/support/project_knowledge.h"

namespace kres::testing {

namespace {

std::string data(const std::string& path) {
  return read_file(Path(KRES_SOURCE_DIR) / "data" / path).value();
}

susceptibility::Standard standard(const std::string& breakpoints) {
  using namespace susceptibility;
  return {BreakpointTable::parse(data(breakpoints), breakpoints).value(),
          EcoffTable::parse(data("breakpoints/ecoffs_2025.tsv"), "ecoffs_2025.tsv").value(),
          OrganismTable::parse(data("organisms.tsv"), "organisms.tsv").value(),
          ExpectedResistance::parse(data("expected_resistance.tsv"), "x").value()};
}

}  // namespace

AgentTable project_agents() { return AgentTable::parse(data("agents.tsv"), "agents.tsv").value(); }

susceptibility::Standards project_standards() {
  std::vector<susceptibility::Standard> versions;
  versions.push_back(standard("breakpoints/eucast_v15.0.tsv"));
  versions.push_back(standard("breakpoints/eucast_v16.0.tsv"));
  return susceptibility::Standards::create(std::move(versions), "EUCAST v16.0").value();
}

mechanism::Knowledge project_knowledge() { return read_project_knowledge().value(); }

report::AnswerTexts project_answer_texts() {
  return report::AnswerTexts::parse(data("texts/answer.tsv"), "answer.tsv").value();
}

}  // namespace kres::testing
