// One measurement interpreted under one breakpoint version, as stored beside the measurement.
#pragma once

#include <string>

#include "base/date.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

struct InterpretationRecord {
  InterpretationId id;
  IsolateId isolate;
  MeasurementId measurement;
  std::string breakpoints;  // version: "EUCAST 16.0"
  std::string organism;     // the species it was interpreted for
  std::string category;     // S | I | R | "" none
  std::string document;     // the interpretation as JSON, with row, reason and flags
  Instant created{};
  InterpretationId predecessor;  // 0 if the first of this measurement
};

}  // namespace kres::laboratory
