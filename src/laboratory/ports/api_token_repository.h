// Tokens of programs: added and revoked, never removed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/api_token.h"

namespace kres::laboratory {

class ApiTokenRepository {
 public:
  virtual ~ApiTokenRepository() = default;
  virtual Result<ApiTokenId> add(const ApiToken& token) = 0;
  virtual Result<std::optional<ApiToken>> find(ApiTokenId id) = 0;
  virtual Result<std::optional<ApiToken>> find(const std::string& token_digest) = 0;
  virtual Result<std::vector<ApiToken>> of(PersonId person) = 0;  // newest first
  virtual Result<void> touch(ApiTokenId id, Instant last_used) = 0;
  // `conflict` if it is revoked already.
  virtual Result<void> revoke(ApiTokenId id, Instant now) = 0;
};

}  // namespace kres::laboratory
