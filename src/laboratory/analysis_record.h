// One genome analysis of an isolate as stored. Never changed: a new run is a new record.
#pragma once

#include <string>

#include "base/date.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

struct AnalysisRecord {
  AnalysisId id;
  IsolateId isolate;
  std::string input_sha256;  // first file of the delivery; the result names all of them
  std::string software;
  std::string reference_name, reference_digest;
  std::string settings_digest;
  std::string verdict;  // of the quality: pass | warn | fail
  std::string result;   // GenomeResult as JSON, byte for byte as the engine gave it
  Instant created{};
  AnalysisId predecessor;  // 0 if the first
};

}  // namespace kres::laboratory
