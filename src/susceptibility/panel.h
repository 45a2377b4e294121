// The panel of a species: the agents that a breakpoint version can say something about for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "susceptibility/interpret.h"
#include "vocabulary/agent_table.h"

namespace kres::susceptibility {

struct PanelAgent {
  const Agent* agent = nullptr;  // of the table that was given
  bool mic = false;              // a MIC has a breakpoint, a screening cut-off or an ECOFF
  bool zone = false;             // so has a zone
  std::string disk_ug;           // load of the disk, empty if there is none
  std::optional<Method> method;  // the only one whose MICs are interpreted
};

// In the order of the agent table. An agent with neither numbers nor an ECOFF is not on it; nothing
// is on the panel of an unknown organism.
std::vector<PanelAgent> panel_of(const std::string& organism, const Standard& standard,
                                 const AgentTable& agents);

}  // namespace kres::susceptibility
