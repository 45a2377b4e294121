#include "workflow/token_revocation.h"

#include <fmt/format.h>

#include "laboratory/record_digest.h"

namespace kres::workflow {

using laboratory::ApiToken;
using laboratory::UnitOfWork;

Result<void> note_token(UnitOfWork& work, const Services& services, const std::string& username,
                        const std::string& by, const ApiToken& token, TokenNote about) {
  KRES_TRY(work.audit().append({.person = by,
                                .time = services.clock.now(),
                                .event = std::move(about.event),
                                .subject = username,
                                .detail = fmt::format("token {}", token.id.value),
                                .before_digest = std::move(about.before_digest),
                                .after_digest = digest_of(token)}));
  return {};
}

Result<void> revoke_token(UnitOfWork& work, const Services& services, const std::string& username,
                          const std::string& by, ApiToken& token) {
  const auto before = digest_of(token);
  token.revoked = services.clock.now();
  KRES_TRY(work.api_tokens().revoke(token.id, *token.revoked));
  return note_token(work, services, username, by, token, {"token.revoked", before});
}

Result<void> revoke_tokens_of(UnitOfWork& work, const Services& services,
                              const laboratory::Person& person, const std::string& by) {
  KRES_ASSIGN(auto tokens, work.api_tokens().of(person.id));
  for (auto& token : tokens)
    if (!token.revoked) KRES_TRY(revoke_token(work, services, person.username, by, token));
  return {};
}

}  // namespace kres::workflow
