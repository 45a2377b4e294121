// A log-in session as stored: tokens only as digests.
#pragma once

#include <string>

#include "base/date.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

struct Session {
  std::string token_digest;  // SHA-256 of the cookie's value
  std::string csrf_token;
  PersonId person;
  Instant created{};
  Instant last_used{};
  Instant expires{};
};

}  // namespace kres::laboratory
