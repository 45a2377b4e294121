// The project's own tables, read from data/ for tests of the server.
#pragma once

#include "laboratory/submission_criteria.h"
#include "mechanism/knowledge.h"
#include "report/answer_texts.h"
#include "susceptibility/standards.h"
#include "vocabulary/agent_table.h"

namespace kres::testing {

AgentTable project_agents();
susceptibility::Standards project_standards();  // EUCAST v15.0 and v16.0, which is in force
mechanism::Knowledge project_knowledge();
report::AnswerTexts project_answer_texts();
laboratory::SubmissionCriteria project_submission_criteria();

}  // namespace kres::testing
