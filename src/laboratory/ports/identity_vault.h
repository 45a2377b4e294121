// Encrypts national identity numbers; the keys lie outside the database.
#pragma once

#include <string>

#include "base/error.h"
#include "laboratory/national_identity_number.h"
#include "laboratory/patient.h"

namespace kres::laboratory {

struct SealedNumber {
  std::string key;     // name of the key
  std::string sealed;  // text
};

class IdentityVault {
 public:
  virtual ~IdentityVault() = default;
  // Bound to the laboratory: a sealed number moved to another row does not open.
  virtual Result<SealedNumber> seal(const NationalIdentityNumber& number,
                                    const std::string& laboratory) const = 0;
  // `corrupt` if it was changed or moved, `environment` if its key is not there.
  virtual Result<std::string> open(const KnownPatient& patient) const = 0;
  virtual std::string lookup(const NationalIdentityNumber& number) const = 0;
};

}  // namespace kres::laboratory
