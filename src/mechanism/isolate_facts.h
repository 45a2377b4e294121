// What holds for the whole isolate before its agents are explained one by one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "mechanism/explain_input.h"
#include "mechanism/explanation.h"
#include "mechanism/knowledge.h"
#include "mechanism/test_readings.h"

namespace kres::mechanism {

struct IsolateFacts {
  const genome::GenomeResult* genome = nullptr;  // nullptr without one
  std::string organism;          // believed: the genome's where it is known, else as stated
  bool species_differs = false;  // the genome is of another species than stated
  std::vector<genome::PredictedPhenotype> phenotypes;
  std::vector<TestReading> tests;
  std::map<std::string, BilingualText> implausible;  // agent in doubt -> the pattern in words

  genome::PredictedPhenotype phenotype_of(const std::string& agent) const;
};

// The facts point into `input`, which must outlive them.
IsolateFacts find_facts(const ExplainInput& input, const Knowledge& knowledge);

}  // namespace kres::mechanism
