// What an engine holds.
#pragma once

#include "genome/analysis/decisions.h"
#include "genome/analysis/engine.h"

namespace kres::genome {

struct Engine::Parts {
  Knowledge knowledge;
};

}  // namespace kres::genome
