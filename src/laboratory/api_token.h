// A token by which a program acts for a person: with an end, revocable, stored only as a digest.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/error.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

enum class TokenReach { read, change };  // change: read too
std::string_view name_of(TokenReach reach);
std::optional<TokenReach> token_reach_from(std::string_view name);

inline constexpr int kLongestTokenDays = 366;
inline constexpr std::size_t kMostTokens = 20;  // valid ones of one person

struct ApiToken {
  ApiTokenId id;
  PersonId person;
  std::string name;          // what it is for, as the person calls it
  std::string token_digest;  // SHA-256 of the token
  TokenReach reach = TokenReach::read;
  Instant created{};
  std::string created_by;  // username
  Instant expires{};
  std::optional<Instant> last_used;
  std::optional<Instant> revoked;

  bool is_valid(Instant now) const { return !revoked && now < expires; }
};

// Errors (bad_input): no name, one that is too long, an end that is none or too far away.
Result<void> check_token(const std::string& name, int days);

}  // namespace kres::laboratory
