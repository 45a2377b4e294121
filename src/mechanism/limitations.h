// When the rules behind an explanation fail, each limitation once, with the agents it is about.
#pragma once

#include <vector>

#include "base/language.h"
#include "mechanism/explanation.h"

namespace kres::mechanism {

// "meropenem, imipenem: ...", in the order of the agents.
std::vector<BilingualText> limitations_of(const Explanation& explanation);

}  // namespace kres::mechanism
