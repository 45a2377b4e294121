// What to do next: the work-up of all agents together with that of the isolate.
#pragma once

#include <vector>

#include "mechanism/isolate_facts.h"

namespace kres::mechanism {

// Requires: agents and cases of the explanation are filled. Each code once, with its agents.
std::vector<WorkUp> next_steps(const Explanation& explanation, const IsolateFacts& facts,
                               const Texts& texts);

}  // namespace kres::mechanism
