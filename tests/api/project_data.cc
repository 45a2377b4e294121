#include "tests/api/project_data.h"

#include <string>
#include <vector>

#include "tests/support/project_tables.h"

namespace kres::testing {

namespace {

std::string data(const std::string& path) { return project_text(path).value(); }

}  // namespace

AgentTable project_agents() { return AgentTable::parse(data("agents.tsv"), "agents.tsv").value(); }

susceptibility::Standards project_standards() {
  std::vector<susceptibility::Standard> versions;
  versions.push_back(read_project_standard("breakpoints/eucast_v15.0.tsv").value());
  versions.push_back(read_project_standard().value());
  return susceptibility::Standards::create(std::move(versions), "EUCAST v16.0").value();
}

mechanism::Knowledge project_knowledge() { return read_project_knowledge().value(); }

laboratory::SubmissionCriteria project_submission_criteria() {
  return laboratory::SubmissionCriteria::parse(data("submission_criteria.tsv"), "criteria").value();
}

report::AnswerTexts project_answer_texts() {
  return report::AnswerTexts::parse(data("texts/answer.tsv"), "answer.tsv").value();
}

}  // namespace kres::testing
