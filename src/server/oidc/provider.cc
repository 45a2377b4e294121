#include "server/oidc/provider.h"

#include <sodium.h>

#include <array>
#include <chrono>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "download/address.h"
#include "download/short_request.h"

namespace kres::oidc {

namespace {

using Json = nlohmann::json;

constexpr std::chrono::minutes kTimeToLogIn{10};
// A provider that works answers in a tenth of a second; whoever waits holds a thread of the server.
constexpr long kSecondsToAnswer = 3;
constexpr std::chrono::milliseconds kPatience{500};

std::string base64_url(const unsigned char* bytes, std::size_t size) {
  constexpr auto kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(size, kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, size, kVariant);
  text.pop_back();
  return text;
}

std::string random_text() {
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return base64_url(bytes.data(), bytes.size());
}

std::string challenge_of(const std::string& verifier) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(verifier.data()),
                     verifier.size());
  return base64_url(digest.data(), digest.size());
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= 'a' && byte <= 'z') || c == '-' || c == '.' || c == '_' || c == '~';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out;
}

tl::unexpected<Error> refused(std::string why) {
  return fail({ErrorCode::unauthenticated, std::move(why), {}, 0, {}});
}

std::string text_at(const Json& json, const char* name) {
  const auto field = json.find(name);
  return field != json.end() && field->is_string() ? field->get<std::string>() : std::string();
}

Result<Json> read_json(const download::ShortRequest& request) {
  KRES_ASSIGN(const auto text, download::fetch_text(request));
  auto json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return environment_error("the provider's answer is no JSON object");
  return json;
}

}  // namespace

Result<Turnstile::Turn> Provider::turn() {
  auto turn = turnstile_.enter(kPatience);
  if (!turn) return environment_error("the provider is being asked already", settings_.issuer);
  return turn;
}

Result<std::optional<Provider::Addresses>> Provider::recall() {
  const std::lock_guard lock(mutex_);
  if (!addresses_ && clock_.now() < silent_until_)
    return environment_error("the provider gave no addresses a moment ago", settings_.issuer);
  return addresses_;
}

Result<Provider::Addresses> Provider::discover() {
  KRES_ASSIGN(const auto known, recall());
  if (known) return *known;
  KRES_ASSIGN(const auto turn, this->turn());
  return discover(turn);
}

Result<Provider::Addresses> Provider::discover(const Turnstile::Turn&) {
  KRES_ASSIGN(const auto known, recall());
  if (known) return *known;
  auto found = ask_for_addresses();
  const std::lock_guard lock(mutex_);
  if (found)
    addresses_ = *found;
  else
    silent_until_ = clock_.now() + kPause;
  return found;
}

Result<Provider::Addresses> Provider::ask_for_addresses() const {
  KRES_ASSIGN(const auto json,
              read_json({.address = settings_.issuer + "/.well-known/openid-configuration",
                         .seconds = kSecondsToAnswer}));
  if (text_at(json, "issuer") != settings_.issuer)
    return environment_error("the provider calls itself by another name", settings_.issuer,
                             "put its own name into the settings");
  Addresses found{text_at(json, "authorization_endpoint"), text_at(json, "token_endpoint"),
                  text_at(json, "jwks_uri")};
  for (const auto* address : {&found.authorization, &found.token, &found.keys})
    if (!download::is_allowed_address(*address))
      return environment_error("the provider's addresses are not https", settings_.issuer);
  return found;
}

Result<Provider::Begun> Provider::begin() {
  KRES_ASSIGN(const auto addresses, discover());
  const PendingLogIn pending{random_text(), random_text(), random_text(),
                             clock_.now() + kTimeToLogIn};
  const auto query = fmt::format(
      "response_type=code&client_id={}&redirect_uri={}&scope=openid&state={}&nonce={}"
      "&code_challenge={}&code_challenge_method=S256",
      escaped(settings_.client_id), escaped(settings_.redirect), pending.state, pending.nonce,
      challenge_of(pending.verifier));
  const char* joint = addresses.authorization.find('?') == std::string::npos ? "?" : "&";
  return Begun{addresses.authorization + joint + query, seal_.seal(pending)};
}

Result<Identity> Provider::finish(std::string_view cookie, std::string_view state,
                                  const std::string& code) {
  const auto pending = seal_.open(cookie, clock_.now());
  if (!pending) return refused("No log-in is under way in this browser, or it took too long");
  if (state.size() != pending->state.size() ||
      sodium_memcmp(state.data(), pending->state.data(), state.size()) != 0)
    return refused("The log-in was begun in another browser");
  KRES_ASSIGN(auto turn, this->turn());
  KRES_ASSIGN(const auto addresses, discover(turn));
  KRES_ASSIGN(const auto token, redeem(addresses, code, pending->verifier));
  KRES_ASSIGN(const auto keys,
              download::fetch_text({.address = addresses.keys, .seconds = kSecondsToAnswer}));
  turn.unlock();
  return verify_id_token(token, keys,
                         {.issuer = settings_.issuer,
                          .client = settings_.client_id,
                          .nonce = pending->nonce,
                          .now = clock_.now()});
}

Result<std::string> Provider::redeem(const Addresses& addresses, const std::string& code,
                                     const std::string& verifier) const {
  const auto form = fmt::format(
      "grant_type=authorization_code&code={}&redirect_uri={}&code_verifier={}&client_id={}",
      escaped(code), escaped(settings_.redirect), escaped(verifier), escaped(settings_.client_id));
  KRES_ASSIGN(const auto json, read_json({.address = addresses.token,
                                          .form = form,
                                          .user = settings_.client_id,
                                          .password = settings_.client_secret,
                                          .seconds = kSecondsToAnswer}));
  auto token = text_at(json, "id_token");
  if (token.empty()) return refused("The provider gave no token of the person");
  return token;
}

}  // namespace kres::oidc
