// Patients, the isolates taken from them, and the links between patients of different hospitals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/ids.h"
#include "laboratory/patient.h"

namespace kres::laboratory {

class PatientRepository {
 public:
  virtual ~PatientRepository() = default;
  virtual Result<PatientId> add(const KnownPatient& patient) = 0;
  virtual Result<std::optional<KnownPatient>> find(PatientId id) = 0;
  virtual Result<std::optional<KnownPatient>> find(const std::string& laboratory,
                                                   const std::string& lookup) = 0;
  virtual Result<std::vector<KnownPatient>> with_lookup(
      const std::string& lookup) = 0;  // by number
  // The isolate is of this patient from now on; what was said before stays stored.
  virtual Result<void> tie(IsolateId isolate, PatientId patient, const std::string& person,
                           Instant now) = 0;
  virtual Result<std::optional<KnownPatient>> of_isolate(IsolateId isolate) = 0;
  virtual Result<std::vector<std::string>> accessions_of(PatientId patient) = 0;  // by number
  virtual Result<void> link(const PatientLink& link) = 0;
  virtual Result<std::vector<PatientLink>> links_of(PatientId patient) = 0;  // in order
};

}  // namespace kres::laboratory
