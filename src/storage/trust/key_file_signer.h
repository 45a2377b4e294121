// The laboratory's Ed25519 key, kept in a file that only its owner can read.
#pragma once

#include "base/files.h"
#include "laboratory/ports/signer.h"

namespace kres::storage {

class KeyFileSigner : public laboratory::Signer {
 public:
  // Reads DIRECTORY/signing.key, or makes a new key. Fails if others than the owner may read it.
  enum class Missing { create, fail };
  static Result<KeyFileSigner> open(const Path& directory, Missing missing);

  std::string public_key() const override;
  Result<std::string> sign(std::string_view bytes) const override;

 private:
  explicit KeyFileSigner(std::string secret) : secret_(std::move(secret)) {}
  std::string secret_;  // 64 bytes: seed and public key
};

bool verify_signature(std::string_view bytes, std::string_view signature,
                      std::string_view public_key);

}  // namespace kres::storage
