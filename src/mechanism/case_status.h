// Whether an isolate meets a case definition, and on what that rests.
#pragma once

#include <optional>
#include <vector>

#include "genome/phenotype/rule_table.h"
#include "genome/result/genome_result.h"
#include "mechanism/case_definitions.h"
#include "mechanism/explanation.h"
#include "mechanism/test_readings.h"
#include "mechanism/texts.h"
#include "vocabulary/organism_table.h"

namespace kres::mechanism {

struct CaseInput {
  const Organism& organism;
  const genome::GenomeResult* genome = nullptr;  // nullptr without one
  const std::vector<susceptibility::Interpretation>& measured;
  const genome::RuleTable& rules;
  const std::vector<TestReading>& tests;
};

// Nothing if the definition does not cover the organism.
std::optional<CaseFinding> judge_case(const CaseDefinition& definition, const CaseInput& input,
                                      const Texts& texts);

}  // namespace kres::mechanism
