#include "mechanism/limitations.h"

#include <algorithm>

namespace kres::mechanism {

namespace {

// A limitation with the agents whose rules have it.
struct Limited {
  BilingualText agents, text;
};

}  // namespace

std::vector<BilingualText> limitations_of(const Explanation& explanation) {
  std::vector<Limited> all;
  for (const auto& agent : explanation.agents)
    for (const auto& limitation : agent.limitations) {
      const auto known = std::find_if(all.begin(), all.end(),
                                      [&](const auto& one) { return one.text == limitation; });
      if (known == all.end()) {
        all.push_back({agent.agent_name, limitation});
      } else {
        known->agents.nb += ", " + agent.agent_name.nb;
        known->agents.en += ", " + agent.agent_name.en;
      }
    }
  std::vector<BilingualText> texts;
  for (const auto& [agents, text] : all)
    texts.push_back({agents.nb + ": " + text.nb, agents.en + ": " + text.en});
  return texts;
}

}  // namespace kres::mechanism
