// Table session: log-in sessions.
#pragma once

#include "laboratory/ports/session_repository.h"
#include "storage/sql/session.h"

namespace kres::storage {

class SessionTable : public laboratory::SessionRepository {
 public:
  explicit SessionTable(Session& session) : session_(session) {}

  Result<void> add(const laboratory::Session& session) override;
  Result<std::optional<laboratory::Session>> find(const std::string& token_digest) override;
  Result<void> touch(const std::string& token_digest, Instant last_used) override;
  Result<void> remove(const std::string& token_digest) override;
  Result<void> remove_of(laboratory::PersonId person) override;
  Result<void> remove_expired(Instant now) override;

 private:
  Session& session_;
};

}  // namespace kres::storage
