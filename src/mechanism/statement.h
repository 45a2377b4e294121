// Sentences: about one agent, and about all agents of a class that share a fit and its evidence.
#pragma once

#include <vector>

#include "mechanism/explanation.h"
#include "mechanism/texts.h"

namespace kres::mechanism {

// "meropenem 16 mg/L (R, not wild type)" of the leading measurement.
BilingualText measured_text(const AgentExplanation& agent,
                            const susceptibility::Interpretation& leading, const Texts& texts);

// `values` are measured_texts of the agents; the evidence is that of the first. `pattern` names an
// implausible pattern, otherwise empty.
BilingualText sentence(const AgentExplanation& agent, const std::vector<BilingualText>& values,
                       const BilingualText& pattern, const Texts& texts);

}  // namespace kres::mechanism
