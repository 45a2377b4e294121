// One mechanistic explanation of an isolate as stored, and what it rests on.
#pragma once

#include <string>

#include "base/date.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

struct ExplanationRecord {
  ExplanationId id;
  IsolateId isolate;
  AnalysisId analysis;
  std::string rules;     // version of the rule set
  std::string document;  // the explanation as JSON
  Instant created{};
  ExplanationId predecessor;  // 0 if the first
};

}  // namespace kres::laboratory
