// The agents that a breakpoint version can say something about for a species.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "susceptibility/interpret.h"
#include "vocabulary/agent_table.h"

namespace kres::susceptibility {

struct CoveredAgent {
  const Agent* agent = nullptr;  // of the table that was given
  bool mic = false;              // a MIC has a breakpoint, a screening cut-off or an ECOFF
  bool zone = false;             // so has a zone
  std::string disk_ug;           // load of the disk, empty if there is none
  std::optional<Method> method;  // the only one whose MICs are interpreted
};

// In the order of the agent table. An agent with neither numbers nor an ECOFF is left out; none
// is covered for an unknown organism.
std::vector<CoveredAgent> covered_agents(const std::string& organism, const Standard& standard,
                                         const AgentTable& agents);

}  // namespace kres::susceptibility
