// A patient of one hospital: what keeps isolates of one person together without naming the person.
#pragma once

#include <string>

#include "base/date.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

// The number of one person at two hospitals makes two patients, unless the reference laboratory
// links them.
struct KnownPatient {
  PatientId id;
  std::string laboratory;  // code
  std::string lookup;      // keyed digest of the number: finds it again, tells nothing
  std::string key;         // which key sealed it
  std::string sealed;      // the number, encrypted
  Instant created{};
  std::string created_by;  // username
};

// Says that two patients are one person. Never removed.
struct PatientLink {
  PatientId first, second;
  std::string reason;
  Instant linked{};
  std::string linked_by;  // username
};

}  // namespace kres::laboratory
