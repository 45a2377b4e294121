#include "mechanism/limitations.h"

#include <algorithm>

namespace kres::mechanism {

std::vector<BilingualText> limitations_of(const Explanation& explanation) {
  std::vector<BilingualText> all;
  for (const auto& agent : explanation.agents)
    for (const auto& limitation : agent.limitations)
      if (std::find(all.begin(), all.end(), limitation) == all.end()) all.push_back(limitation);
  return all;
}

}  // namespace kres::mechanism
