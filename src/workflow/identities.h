// National identity numbers of isolates: entered, shown to those who need them, each time noted.
#pragma once

#include <string>
#include <vector>

#include "laboratory/person.h"
#include "laboratory/ports/identity_vault.h"
#include "workflow/services.h"

namespace kres::workflow {

// What is known of an isolate's patient, without the number.
struct PatientView {
  laboratory::PatientId patient;        // 0 if no number was entered
  std::vector<std::string> accessions;  // isolates of this patient
  std::vector<laboratory::KnownPatient>
      elsewhere;                               // patients of other hospitals with the same number
  std::vector<laboratory::PatientLink> links;  // those that were said to be one person
};

// The isolate is of the patient with this number at its own hospital, who is made if there is none.
// Errors: not_found (isolate); bad_input (the number).
Result<PatientView> enter_identity(const Services& services, const laboratory::IdentityVault& vault,
                                   const std::string& accession, const std::string& number,
                                   const std::string& person);

// The number itself; the reading with its reason is an audit event before it is given. `not_found`
// if none was entered, `bad_input` without a reason.
Result<std::string> read_identity(const Services& services, const laboratory::IdentityVault& vault,
                                  const std::string& accession, const std::string& reason,
                                  const std::string& person);

// Errors: not_found (isolate).
Result<PatientView> patient_of(const Services& services, const std::string& accession);

// Says that two patients of different hospitals are one person. Errors: not_found (a patient);
// bad_input (the same one, no reason); conflict (said before).
Result<void> link_patients(const Services& services, const laboratory::PatientLink& link);

}  // namespace kres::workflow
