// What a log-in that is under way at the provider must remember, in a cookie that nobody can read
// or make: encrypted with a key that lives as long as the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace kres::oidc {

struct PendingLogIn {
  std::string state;     // comes back through the browser
  std::string nonce;     // comes back in the token
  std::string verifier;  // proves to the provider that we began (PKCE)
  Instant expires{};
};

class CookieSeal {
 public:
  CookieSeal();  // a new key
  std::string seal(const PendingLogIn& pending) const;
  // Nothing if it is not one of ours, was changed, or its time is over.
  std::optional<PendingLogIn> open(std::string_view cookie, Instant now) const;

 private:
  std::string key_;
};

}  // namespace kres::oidc
