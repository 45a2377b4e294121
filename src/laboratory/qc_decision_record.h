// What a person decided about a day whose quality control was out, as stored.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/ids.h"
#include "laboratory/qc_result_record.h"

namespace kres::laboratory {

// Of one agent by one method with one load of disk on one day.
struct QcDayName {
  Date day;
  std::string agent, method, disk_ug;
  auto operator<=>(const QcDayName&) const = default;
};

struct QcDecisionRecord {
  QcDecisionId id;
  QcDayName of;
  bool accepted = false;  // the results of the day may be reported; else they stay held back
  std::string reason;
  std::string person;  // username
  Instant decided{};
  std::vector<QcResultId> seen;  // the results outside their range that it was made upon
  QcDecisionId predecessor;      // the decision this one replaces, 0 if none
};

// A reason, short and without a national identity number. Errors: bad_input.
Result<void> check_qc_decision(const QcDecisionRecord& record);

// Whether the person may let the values of a day be reported. `ever_out`: every result of it that
// lay outside, also one that was replaced since: whoever entered one of them may not. Errors:
// forbidden, a key of translated text (qc.why.*).
Result<void> may_accept(const std::vector<QcResultRecord>& ever_out, const std::string& person);

// The newest decision of the day that holds; nullptr if there is none. An acceptance holds only as
// long as all that is outside now had been seen by it; a rejection holds whatever comes.
const QcDecisionRecord* decision_in_force(const std::vector<QcDecisionRecord>& decisions,
                                          const QcDayName& day, const std::vector<QcResultId>& out);

}  // namespace kres::laboratory
