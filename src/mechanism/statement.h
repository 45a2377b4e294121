// Sentences: about one agent, and about all agents of a class that share a fit and its evidence.
#pragma once

#include <vector>

#include "mechanism/explanation.h"
#include "mechanism/texts.h"

namespace kres::mechanism {

// A measured value and what it means, in words.
struct ValueText {
  BilingualText value;  // "meropenem 16 mg/L"
  BilingualText note;   // "R, not wild type", may be empty
};
ValueText value_text(const AgentExplanation& agent, const susceptibility::Interpretation& leading,
                     const Texts& texts);

// `values` are of the agents the sentence is about; its evidence is that of the first. `pattern`
// names an implausible pattern, otherwise empty.
BilingualText sentence(const AgentExplanation& agent, const std::vector<ValueText>& values,
                       const BilingualText& pattern, const Texts& texts);

}  // namespace kres::mechanism
