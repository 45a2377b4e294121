// Signs what leaves the laboratory (Ed25519) and verifies it.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::laboratory {

class Signer {
 public:
  virtual ~Signer() = default;
  virtual std::string public_key() const = 0;                          // hexadecimal
  virtual Result<std::string> sign(std::string_view bytes) const = 0;  // hexadecimal
};

// Requires nothing of its arguments: false when any of them is not what it should be.
using VerifySignature = bool (*)(std::string_view bytes, std::string_view signature,
                                 std::string_view public_key);

}  // namespace kres::laboratory
