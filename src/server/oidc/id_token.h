// Verifies the token by which an OpenID provider says who has logged in (OpenID Connect Core 1.0,
// section 3.1.3.7; signatures by libcjose).
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/error.h"

namespace kres::oidc {

// What the token must say.
struct Expected {
  std::string issuer;
  std::string client;  // must be the audience, and the only one
  std::string nonce;
  Instant now{};
};

struct Identity {
  std::string subject;   // the provider's own number of the person
  std::string username;  // the claim preferred_username
};

// `keys`: the provider's JSON Web Key Set. Only RS256 and ES256 are accepted, whatever the token
// says of itself. Errors (unauthenticated) say which check failed and nothing of the token.
Result<Identity> verify_id_token(std::string_view token, std::string_view keys,
                                 const Expected& expected);

}  // namespace kres::oidc
