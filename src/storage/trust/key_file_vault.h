// Encrypts national identity numbers with keys from a file beside the database.
#pragma once

#include <map>
#include <string>

#include "base/files.h"
#include "laboratory/ports/identity_vault.h"

namespace kres::storage {

// XChaCha20-Poly1305 (libsodium), the laboratory as bound data. The file "identity.key" (mode 0600)
// holds a line "lookup <hex>" and, newest last, lines "<name> <hex>" of 256-bit keys: what is
// sealed anew takes the newest, older ones still open what they sealed.
class KeyFileVault : public laboratory::IdentityVault {
 public:
  // Makes the file if there is none. Errors: environment if others can read it, corrupt if it is
  // not of that form.
  static Result<KeyFileVault> open(const Path& directory);

  Result<laboratory::SealedNumber> seal(const laboratory::NationalIdentityNumber& number,
                                        const std::string& laboratory) const override;
  Result<std::string> open(const laboratory::KnownPatient& patient) const override;
  std::string lookup(const laboratory::NationalIdentityNumber& number) const override;

 private:
  KeyFileVault() = default;
  static Result<KeyFileVault> read(const Path& path);

  std::string lookup_key_;
  std::string newest_;
  std::map<std::string, std::string> keys_;  // bytes by name
};

}  // namespace kres::storage
