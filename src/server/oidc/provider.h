// Log-in at an OpenID provider: authorization code with PKCE, state and nonce (RFC 6749, RFC 7636,
// OpenID Connect Core 1.0 and Discovery 1.0).
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/error.h"
#include "laboratory/ports/clock.h"
#include "server/oidc/id_token.h"
#include "server/oidc/sealed_cookie.h"
#include "server/oidc/turnstile.h"

namespace kres::oidc {

// From the registry's settings. The issuer is an https address, or this machine for a test.
struct ProviderSettings {
  std::string name;  // on the button
  std::string issuer;
  std::string client_id, client_secret;
  std::string redirect;  // our own address that the provider sends the browser back to
};

// Usable from several threads. Asks the provider for its addresses and keys when they are needed,
// one thread at a time; what it says of its addresses is kept, that it said nothing for kPause.
class Provider {
 public:
  static constexpr std::chrono::seconds kPause{10};

  // Requires: the clock outlives it.
  Provider(ProviderSettings settings, const laboratory::Clock& clock)
      : settings_(std::move(settings)), clock_(clock) {}

  const std::string& name() const { return settings_.name; }

  struct Begun {
    std::string location;  // where the browser goes
    std::string cookie;    // what it brings back
  };
  // `environment` if the provider does not answer, did not a moment ago, or is being asked already.
  Result<Begun> begin();

  // Who has logged in. `unauthenticated` if the browser brings back another state than it left
  // with, or the token does not hold; `environment` as begin().
  Result<Identity> finish(std::string_view cookie, std::string_view state, const std::string& code);

 private:
  struct Addresses {
    std::string authorization, token, keys;
  };
  Result<Turnstile::Turn> turn();
  Result<std::optional<Addresses>> recall();
  Result<Addresses> discover();                             // asks nobody if it need not
  Result<Addresses> discover(const Turnstile::Turn& turn);  // requires: the turn is the caller's
  Result<Addresses> ask_for_addresses() const;
  Result<std::string> redeem(const Addresses& addresses, const std::string& code,
                             const std::string& verifier) const;

  const ProviderSettings settings_;
  const laboratory::Clock& clock_;
  const CookieSeal seal_;
  std::mutex mutex_;
  std::optional<Addresses> addresses_;
  Instant silent_until_{};
  Turnstile turnstile_;
};

}  // namespace kres::oidc
