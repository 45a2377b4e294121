// Log-in sessions.
#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "laboratory/session.h"

namespace kres::laboratory {

class SessionRepository {
 public:
  virtual ~SessionRepository() = default;
  virtual Result<void> add(const Session& session) = 0;
  virtual Result<std::optional<Session>> find(const std::string& token_digest) = 0;
  virtual Result<void> touch(const std::string& token_digest, Instant last_used) = 0;
  virtual Result<void> remove(const std::string& token_digest) = 0;
  virtual Result<void> remove_of(PersonId person) = 0;
  virtual Result<void> remove_expired(Instant now) = 0;
};

}  // namespace kres::laboratory
