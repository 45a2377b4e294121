// The numbers of all rows of a kind, so that verification finds those that no event speaks of.
#pragma once

#include <cstdint>
#include <vector>

#include "base/error.h"

namespace kres::laboratory {

enum class RecordKind {
  person,
  api_token,
  patient,
  referral,
  isolate,
  measurement,
  test_result,
  qc_result,
  qc_decision,
  analysis,
  interpretation,
  explanation,
  answer,
  strain,
  lot,
  lot_check,
  vial,
  sender_query,
  isolate_patient,
  patient_link,
  answer_opening,
  change_decision,
  shipment,
  scan,
};

class RecordCensus {
 public:
  virtual ~RecordCensus() = default;
  virtual Result<std::vector<std::int64_t>> numbers(RecordKind kind) = 0;  // ascending
};

}  // namespace kres::laboratory
