// Tables patient, isolate_patient and patient_link.
#pragma once

#include "laboratory/ports/patient_repository.h"
#include "laboratory/scope.h"
#include "storage/sql/session.h"

namespace kres::storage {

class PatientTable : public laboratory::PatientRepository {
 public:
  PatientTable(Session& session, const laboratory::Scope& scope)
      : session_(session), scope_(scope) {}

  Result<laboratory::PatientId> add(const laboratory::KnownPatient& patient) override;
  Result<std::optional<laboratory::KnownPatient>> find(laboratory::PatientId id) override;
  Result<std::optional<laboratory::KnownPatient>> find(const std::string& laboratory,
                                                       const std::string& lookup) override;
  Result<std::vector<laboratory::KnownPatient>> with_lookup(const std::string& lookup) override;
  Result<void> tie(laboratory::IsolateId isolate, laboratory::PatientId patient,
                   const std::string& person, Instant now) override;
  Result<std::optional<laboratory::KnownPatient>> of_isolate(
      laboratory::IsolateId isolate) override;
  Result<std::vector<std::string>> accessions_of(laboratory::PatientId patient) override;
  Result<void> link(const laboratory::PatientLink& link) override;
  Result<std::vector<laboratory::PatientLink>> links_of(laboratory::PatientId patient) override;

 private:
  Session& session_;
  const laboratory::Scope& scope_;
};

}  // namespace kres::storage
