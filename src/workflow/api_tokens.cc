#include "workflow/api_tokens.h"

#include <algorithm>

#include <fmt/format.h>

#include "workflow/people.h"
#include "workflow/token_revocation.h"

namespace kres::workflow {

using laboratory::ApiToken;
using laboratory::UnitOfWork;

Result<ApiToken> give_token(const Services& services, const TokenRequest& request,
                            const std::string& token_digest, const std::string& by) {
  KRES_TRY(laboratory::check_token(request.name, request.days));
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto person, person_named(*work, request.username));
  const auto now = services.clock.now();
  KRES_ASSIGN(const auto others, work->api_tokens().of(person.id));
  const auto valid = std::count_if(others.begin(), others.end(),
                                   [&](const ApiToken& one) { return one.is_valid(now); });
  if (static_cast<std::size_t>(valid) >= laboratory::kMostTokens)
    return fail({.code = ErrorCode::conflict,
                 .message = "tokens.why.too_many",
                 .file = {},
                 .remedy = "revoke one that is not used any more"});
  ApiToken token{.person = person.id,
                 .name = request.name,
                 .token_digest = token_digest,
                 .reach = request.reach,
                 .created = now,
                 .created_by = by,
                 .expires = now + std::chrono::hours(24) * request.days,
                 .last_used = {},
                 .revoked = {}};
  KRES_ASSIGN(token.id, work->api_tokens().add(token));
  KRES_TRY(note_token(*work, services, person.username, by, token, {"token.given", {}}));
  KRES_TRY(work->commit());
  return token;
}

Result<std::vector<ApiToken>> tokens_of(const Services& services, const std::string& username) {
  KRES_ASSIGN(auto work, services.registry.read());
  KRES_ASSIGN(const auto person, person_named(*work, username));
  return work->api_tokens().of(person.id);
}

Result<ApiToken> revoke_token(const Services& services, const std::string& username,
                              laboratory::ApiTokenId id, const std::string& by) {
  KRES_ASSIGN(auto work, services.registry.write());
  KRES_ASSIGN(const auto person, person_named(*work, username));
  KRES_ASSIGN(auto token, work->api_tokens().find(id));
  if (!token || token->person != person.id)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("{} has no token {}", username, id.value),
                 .file = {},
                 .remedy = {}});
  KRES_TRY(revoke_token(*work, services, username, by, *token));
  KRES_TRY(work->commit());
  return *std::move(token);
}

}  // namespace kres::workflow
