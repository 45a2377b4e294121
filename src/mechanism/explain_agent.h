// Explains one agent: its measurements, what the genome says, the class and the sentence.
#pragma once

#include <vector>

#include "mechanism/isolate_facts.h"

namespace kres::mechanism {

// Requires: measurements of one agent, at least one.
AgentExplanation explain_agent(const std::vector<susceptibility::Interpretation>& measurements,
                               const IsolateFacts& facts, const Knowledge& knowledge);

// One statement for all agents of a class that share fit and evidence, in the order of the agents.
std::vector<Statement> statements_of(const std::vector<AgentExplanation>& agents,
                                     const IsolateFacts& facts, const Texts& texts);

}  // namespace kres::mechanism
