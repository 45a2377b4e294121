// A susceptibility measurement as stored: what was measured, by whom, how; never a category.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

struct MeasurementRecord {
  MeasurementId id;
  IsolateId isolate;
  std::string agent;   // our name, "meropenem"
  std::string method;  // broth_microdilution | gradient | disk | agar_dilution | automated
  std::string system;  // name of an automated system or strip, may be empty
  std::string sign;    // "<=" "<" "=" ">" ">="
  double value = 0;
  std::string unit;              // "mg/L" | "mm"
  std::string disk_ug;           // load of the disk, "10", "30-6", empty if not stated
  std::string guideline;         // whose method, "EUCAST", "CLSI", empty if not stated
  std::string indication;        // breakpoint indication asked for, empty if none
  std::string route;             // iv | oral | ""
  std::string provenance;        // empty = measured; "constructed"
  std::optional<Date> measured;  // day of the measurement, if stated
  std::string entered_by;        // username
  Instant entered{};
  MeasurementId predecessor;  // the measurement this one corrects, 0 if none
  std::string reason;         // why it corrects it; empty in records from before it was asked

  // "8 mg/L", "<=0.125 mg/L", "22 mm": shortest digits, '.' decimal, "=" left out.
  std::string text() const;
  // Same content, whoever entered it and when.
  bool same_measurement(const MeasurementRecord& other) const;
};

inline constexpr std::size_t kLongestCorrectionReason = 900;  // bytes

// Why values are corrected. Errors (bad_input): nothing is said where something is corrected, it is
// too long, or holds a national identity number.
Result<void> check_correction(const std::string& reason, bool corrects);

}  // namespace kres::laboratory
