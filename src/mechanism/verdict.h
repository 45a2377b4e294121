// The headline of an answer, and the symbols that stand for it in lists.
#pragma once

#include "genome/result/genome_result.h"
#include "mechanism/explanation.h"
#include "mechanism/texts.h"

namespace kres::mechanism {

struct VerdictInput {
  const genome::GenomeResult* genome = nullptr;  // nullptr without one
  std::string stated_organism;
  bool species_differs = false;
};

// Requires: agents, cases and key_findings of the explanation are filled.
BilingualText verdict(const Explanation& explanation, const VerdictInput& input,
                      const Texts& texts);

// Critical genes first, then other findings that explain a measured or predicted deviation.
std::vector<std::string> key_findings(const Explanation& explanation,
                                      const genome::GenomeResult* genome);

}  // namespace kres::mechanism
