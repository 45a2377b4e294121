// Stores what an examination gave: analysis if a genome was read, interpretations, explanation,
// summary, audit events.
#pragma once

#include <vector>

#include "base/error.h"
#include "laboratory/isolate.h"
#include "laboratory/ports/registry.h"
#include "workflow/examine.h"

namespace kres::workflow {

struct Examination {
  std::vector<laboratory::IsolateFile> files;  // of the delivery that was analysed
  std::optional<genome::GenomeResult> genome;  // if there is a delivery
  std::vector<laboratory::MeasurementRecord> measurements;
  std::vector<laboratory::TestResultRecord> tests;
  Examined examined;
};

// Every record is new and names its predecessor. The isolate is given back with its new current
// records and summary, not yet stored. Requires: a writing unit.
Result<laboratory::Isolate> store_examination(laboratory::UnitOfWork& work,
                                              laboratory::Isolate isolate,
                                              const Examination& examination, Instant now);

}  // namespace kres::workflow
