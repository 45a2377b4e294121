// Log-in, sessions and log-out.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/error.h"
#include "laboratory/person.h"
#include "laboratory/ports/clock.h"
#include "laboratory/ports/registry.h"
#include "laboratory/scope.h"
#include "server/auth/password.h"
#include "server/auth/rate_limiter.h"

namespace kres {

inline constexpr std::string_view kApiTokenPrefix = "kres_";  // found by scanners of secrets

// The person behind a request.
struct Caller {
  laboratory::Person person;
  std::string csrf_token;
  laboratory::Scope scope = laboratory::Scope::nothing();  // what of the isolates exists for them
  std::optional<laboratory::TokenReach> token;  // a program acts with a token; else in person
};

struct LoggedIn {
  Caller caller;
  std::string token;  // for the cookie; not stored
};

// The log-in must wait; nothing was tried.
struct MustWait {
  std::chrono::seconds time{};
};

struct SessionPolicy {
  std::chrono::minutes idle{60};
  std::chrono::hours longest{12};
  std::chrono::seconds touch{60};  // the last use is noted at most this often
  RateLimit per_user_and_address{5, std::chrono::minutes(15)};
  RateLimit per_user{20, std::chrono::minutes(15)};
  RateLimit per_address{50, std::chrono::minutes(15)};
  PasswordCost cost;
};

// Usable from several threads. Requires: registry and clock outlive it.
class Authenticator {
 public:
  // Errors (environment): no memory for a password hash.
  static Result<std::unique_ptr<Authenticator>> create(laboratory::Registry& registry,
                                                       const laboratory::Clock& clock,
                                                       SessionPolicy policy = {});

  // A new session with a new token, whatever cookie came along. `unauthenticated` for a wrong
  // password, an unknown user and an inactive one alike, after the same work.
  Result<std::variant<LoggedIn, MustWait>> log_in(const std::string& username,
                                                  const std::string& password,
                                                  const std::string& address);

  // The bearer of a program's token; nobody if it is unknown, revoked or over, or its person is not
  // active any more.
  Result<std::optional<Caller>> bearer(const std::string& token);

  // Checks the password of somebody who is logged in, under the limits of log_in(). How long to
  // wait, zero if it is right; `forbidden` (session.why.password) if it is wrong.
  Result<std::chrono::seconds> confirm(const laboratory::Person& person,
                                       const std::string& password, const std::string& address);

  // A session for a person who was recognised otherwise.
  Result<LoggedIn> open_session(const laboratory::Person& person) { return begin(person, {}); }

  const SessionPolicy& policy() const { return policy_; }

  // A session for somebody whom a provider of log-ins has named: only a person who was added here
  // and is active; `unauthenticated` otherwise.
  Result<LoggedIn> recognised(const std::string& username);

  // Nobody if the token is unknown, its session is over, or its person is not active any more.
  Result<std::optional<Caller>> who(const std::string& token);

  Result<void> log_out(const std::string& token);

 private:
  Authenticator(laboratory::Registry& registry, const laboratory::Clock& clock,
                SessionPolicy policy, std::string decoy_hash);
  struct Rehash {
    std::string before, after;  // `after` is empty unless the hash is to be made anew
  };
  struct Candidate {
    std::optional<laboratory::Person> person;
    std::string password_hash;  // of a decoy if there is no such person
  };
  Result<LoggedIn> begin(const laboratory::Person& person, const Rehash& rehash);
  Result<Candidate> look_up(const std::string& username);
  Result<void> note_refusal(const Candidate& candidate);
  Result<void> store(laboratory::UnitOfWork& work, const laboratory::Person& person,
                     const Rehash& rehash, Instant now);

  laboratory::Registry& registry_;
  const laboratory::Clock& clock_;
  const SessionPolicy policy_;
  const std::string decoy_hash_;
  RateLimiter by_user_and_address_;
  RateLimiter by_user_;
  RateLimiter by_address_;
};

}  // namespace kres
