// One measured result as it is reported of an isolate today.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "laboratory/interpretation_record.h"
#include "laboratory/measurement_record.h"

namespace kres::laboratory {

// It rests on the newest signed answer of the isolate, or on its current explanation while it has
// no signed one.
struct ReportedResult {
  std::string accession;
  AnswerId answer;         // 0 if none is signed
  int answer_version = 0;  // 0 if none is signed
  MeasurementRecord measurement;
  InterpretationRecord interpretation;
};

struct ReportedPage {
  std::vector<ReportedResult> results;  // by isolate and measurement
  std::int64_t isolates = 0;            // explained isolates that were looked at
  IsolateId next;                       // after which the next page begins, 0 on the last
};

}  // namespace kres::laboratory
