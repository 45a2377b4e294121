// A measurement of a control strain as stored: what was measured on which day, by whom, on what.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

struct QcResultRecord {
  QcResultId id;
  Date day;
  std::string strain;  // "ATCC 25922"
  std::string agent;   // our name, "meropenem"
  std::string method;  // as of a MeasurementRecord
  std::string system;  // name of an automated system or strip, may be empty
  std::string sign;    // "<=" "<" "=" ">" ">="
  double value = 0;
  std::string unit;        // "mg/L" | "mm"
  std::string disk_ug;     // load of the disk, empty for a MIC
  std::string lot;         // of disk, strip or panel
  std::string medium;      // "iron-depleted", may be empty
  bool withdrawn = false;  // takes its predecessor away and puts nothing in its place
  std::string reason;      // required of a correction or withdrawal, else empty
  std::string entered_by;  // username
  Instant entered{};
  QcResultId predecessor;  // the result this one corrects or withdraws, 0 if none

  // "0.03 mg/L", "<=0.125 mg/L", "29 mm": as that of a MeasurementRecord.
  std::string text() const;
};

inline constexpr std::size_t kLongestQcText = 500;  // bytes of a reason, a lot, a medium

// What any of them must satisfy: a strain, no day after `today`, a reason if and only if it takes
// the place of another, texts that are short and hold no national identity number. Errors:
// bad_input.
Result<void> check_qc_result(const QcResultRecord& record, Date today);

// Those that count: neither replaced by another one of the list nor a withdrawal. In their order.
std::vector<QcResultRecord> standing_among(const std::vector<QcResultRecord>& all);

// A result that lay outside its range may be corrected or withdrawn only by another person than the
// one who entered it. Errors: forbidden, a key of translated text (qc.why.*).
Result<void> may_replace(const QcResultRecord& record, bool was_out, const std::string& person);

}  // namespace kres::laboratory
