// Makes the answer of one isolate from what was measured, found and explained.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "genome/result/genome_result.h"
#include "mechanism/explanation.h"
#include "report/answer_document.h"
#include "report/answer_texts.h"
#include "susceptibility/interpretation.h"
#include "vocabulary/agent_table.h"

namespace kres::report {

struct AnswerInput {
  AnswerIdentity identity;
  Request request;
  std::vector<Involved> people;
  std::vector<susceptibility::Interpretation> interpretations;  // every one that is reported
  std::optional<genome::GenomeResult> genome;                   // the analysis it rests on
  mechanism::Explanation explanation;
  std::string software;  // that composes the answer, "kres 0.1.0"
  // Codes of the methods within the laboratory's accreditation: those of susceptibility::Method
  // and "genome_analysis". A method that is not named is printed as not accredited.
  std::vector<std::string> accredited_methods;
};

// Rows are in the order of the agent table. Fails (bad_input) if the identity contradicts itself: a
// predecessor without a reason or the other way round, a validated answer without a validator and
// the time, an approved one without an approver and the time. That they are two persons is the rule
// of laboratory/answer_rules.h.
Result<AnswerDocument> compose_answer(const AnswerInput& input, const AgentTable& agents,
                                      const AnswerTexts& texts);

}  // namespace kres::report
