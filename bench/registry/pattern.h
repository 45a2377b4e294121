// An isolate with everything that hangs on it, as a pattern for others that are made like it.
#pragma once

#include <vector>

#include "base/error.h"
#include "laboratory/ports/blob_store.h"
#include "laboratory/ports/registry.h"

namespace kres::bench {

struct Pattern {
  laboratory::Isolate isolate;
  laboratory::Referral referral;
  std::vector<laboratory::IsolateFile> files;
  std::vector<laboratory::MeasurementRecord> measurements;
  laboratory::AnalysisRecord analysis;
  std::vector<laboratory::InterpretationRecord> interpretations;
  laboratory::ExplanationRecord explanation;
  std::vector<laboratory::IsolateFinding> findings;
  laboratory::Answer answer;  // signed
};

// Every isolate with a signed answer, by number. Errors: not_found if there is none.
Result<std::vector<Pattern>> read_patterns(laboratory::Registry& registry);

// The documents of their answers without a number, so that many answers can have one each.
Result<void> take_numbers_out(std::vector<Pattern>& patterns, laboratory::Registry& registry,
                              laboratory::BlobStore& blobs);

}  // namespace kres::bench
