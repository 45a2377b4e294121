// Ends tokens of programs as part of another change, and notes what happens to one.
#pragma once

#include <string>

#include "base/error.h"
#include "laboratory/api_token.h"
#include "laboratory/person.h"
#include "workflow/services.h"

namespace kres::workflow {

struct TokenNote {
  std::string event;
  std::string before_digest;
};

// All of these require a writing unit. Of the token as it is now:
Result<void> note_token(laboratory::UnitOfWork& work, const Services& services,
                        const std::string& username, const std::string& by,
                        const laboratory::ApiToken& token, TokenNote about);

// `conflict` if it is revoked already.
Result<void> revoke_token(laboratory::UnitOfWork& work, const Services& services,
                          const std::string& username, const std::string& by,
                          laboratory::ApiToken& token);

// Every token of the person that is not revoked yet.
Result<void> revoke_tokens_of(laboratory::UnitOfWork& work, const Services& services,
                              const laboratory::Person& person, const std::string& by);

}  // namespace kres::workflow
