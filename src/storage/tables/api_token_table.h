// Table api_token.
#pragma once

#include "laboratory/ports/api_token_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class ApiTokenTable : public laboratory::ApiTokenRepository {
 public:
  explicit ApiTokenTable(Session& session) : session_(session) {}

  Result<laboratory::ApiTokenId> add(const laboratory::ApiToken& token) override;
  Result<std::optional<laboratory::ApiToken>> find(laboratory::ApiTokenId id) override;
  Result<std::optional<laboratory::ApiToken>> find(const std::string& token_digest) override;
  Result<std::vector<laboratory::ApiToken>> of(laboratory::PersonId person) override;
  Result<void> touch(laboratory::ApiTokenId id, Instant last_used) override;
  Result<void> revoke(laboratory::ApiTokenId id, Instant now) override;

 private:
  Session& session_;
};

}  // namespace kres::storage
