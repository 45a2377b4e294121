// Tokens of programs: given for a person, listed, revoked; each step is an audit event.
#pragma once

#include <string>
#include <vector>

#include "laboratory/api_token.h"
#include "laboratory/person.h"
#include "workflow/services.h"

namespace kres::workflow {

struct TokenRequest {
  std::string username;  // for whom
  std::string name;
  laboratory::TokenReach reach = laboratory::TokenReach::read;
  int days = 90;
};

// `token_digest`: SHA-256 of the random token, which is shown once and stored nowhere. Errors:
// bad_input (check_token()), not_found (person), conflict (tokens.why.too_many).
Result<laboratory::ApiToken> give_token(const Services& services, const TokenRequest& request,
                                        const std::string& token_digest, const std::string& by);

// Newest first. Errors: not_found (person).
Result<std::vector<laboratory::ApiToken>> tokens_of(const Services& services,
                                                    const std::string& username);

// `not_found` if the person has no such token, conflict if it is revoked already.
Result<laboratory::ApiToken> revoke_token(const Services& services, const std::string& username,
                                          laboratory::ApiTokenId id, const std::string& by);

}  // namespace kres::workflow
