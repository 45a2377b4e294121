// Reconciles a genome result with interpreted measurements.
#pragma once

#include "mechanism/explain_input.h"
#include "mechanism/explanation.h"
#include "mechanism/knowledge.h"

namespace kres::mechanism {

// Never fails: what cannot be said is said to be so. Predictions are made anew with these rules.
Explanation explain(const ExplainInput& input, const Knowledge& knowledge);

}  // namespace kres::mechanism
