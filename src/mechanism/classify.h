// Puts one agent into a class by what was measured and what the genome predicts.
#pragma once

#include <string>

#include "genome/result/genome_result.h"
#include "mechanism/explanation.h"
#include "mechanism/measured_state.h"

namespace kres::mechanism {

// What is known about one agent before it is classified.
struct AgentFacts {
  Measured measured;
  bool has_genome = false;
  genome::Prediction predicted = genome::Prediction::no_rule;
  bool finding_is_firm = false;      // a rule spoke on findings that are all complete and intact
  bool finding_is_open = false;      // a rule spoke on partial, ambiguous or unassessable findings
  bool intrinsic = false;            // an intrinsic determinant acts on the agent
  bool unclassified_change = false;  // in a target gene of this agent
  bool mixture = false;              // the genome is contaminated
  bool species_differs = false;      // the genome is of another species than stated
  bool implausible = false;          // part of an implausible pattern
};

struct Judgement {
  Fit fit;
  std::string reason;  // with the class the key of the sentence: fit.<fit>.<reason>
};

Judgement classify(const AgentFacts& facts);

}  // namespace kres::mechanism
