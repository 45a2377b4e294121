// Reconciles a genome result with interpreted measurements.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "mechanism/explanation.h"
#include "mechanism/knowledge.h"

namespace kres::mechanism {

// What the referral says around the isolate; stated as context, never as proof. Empty if unknown.
struct ClinicalContext {
  std::string infection_or_carriage;  // infection | carriage
  std::string material;
  std::string travel;           // country or region
  std::string hospital_abroad;  // country or hospital
  std::string known_contact;
  std::string ward;
};

struct ExplainInput {
  std::string isolate;
  std::string organism;  // as the laboratory states it; the genome's species is compared with it
  std::optional<genome::GenomeResult> genome;
  std::vector<susceptibility::Interpretation> measured;
  ClinicalContext context;
  Date today;  // chooses the case definitions
};

// Never fails: what cannot be said is said to be so. Predictions are made anew with these rules.
Explanation explain(const ExplainInput& input, const Knowledge& knowledge);

}  // namespace kres::mechanism
