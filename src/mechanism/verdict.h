// The headline of an answer, and the symbols that stand for it in lists.
#pragma once

#include "genome/result/genome_result.h"
#include "mechanism/explanation.h"
#include "mechanism/findings.h"
#include "mechanism/texts.h"

namespace kres::mechanism {

// A finding that explains a predicted deviation of an agent without a measurement.
struct UnmeasuredFinding {
  std::string agent, symbol;
};

struct VerdictInput {
  const genome::GenomeResult* genome = nullptr;  // nullptr without one
  std::string stated_organism;
  bool species_differs = false;
  // What the genome predicts to be beyond the wild type though nobody measured it.
  std::vector<UnmeasuredFinding> unmeasured = {};
};

// Requires: agents, cases and key_findings of the explanation are filled.
BilingualText verdict(const Explanation& explanation, const VerdictInput& input,
                      const Texts& texts);

// Critical genes first, then other findings that explain a measured or predicted deviation.
std::vector<std::string> key_findings(const Explanation& explanation,
                                      const genome::GenomeResult* genome);

// The findings that explain what the genome predicts about one agent without a measurement.
std::vector<UnmeasuredFinding> unmeasured_findings(const AgentFindings& findings,
                                                   const std::string& agent,
                                                   const genome::GenomeResult& genome);

}  // namespace kres::mechanism
