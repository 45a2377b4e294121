#include "server/oidc/id_token.h"

#include <cjose/cjose.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

namespace kres::oidc {

namespace {

using Json = nlohmann::json;

constexpr std::chrono::seconds kClocksDiffer{60};

tl::unexpected<Error> refused(std::string why) {
  return fail({ErrorCode::unauthenticated,
               "The log-in of the provider does not hold: " + std::move(why),
               {},
               0,
               {}});
}

using Jws = std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)>;
using Jwk = std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)>;

std::string header_text(cjose_jws_t* token, const char* name) {
  cjose_err error{};
  const char* value = cjose_header_get(cjose_jws_get_protected(token), name, &error);
  return value == nullptr ? std::string() : std::string(value);
}

// The key that the token names, or the only one of its kind.
std::optional<Json> key_for(const Json& keys, const std::string& id, const std::string& kind) {
  const auto list = keys.is_object() ? keys.find("keys") : keys.end();
  if (!keys.is_object() || list == keys.end() || !list->is_array()) return std::nullopt;
  std::optional<Json> found;
  for (const auto& key : *list) {
    if (!key.is_object() || key.value("kty", "") != kind || key.value("use", "sig") != "sig")
      continue;
    if (!id.empty() && key.value("kid", "") != id) continue;
    if (found) return std::nullopt;  // two fit: it cannot be told which is meant
    found = key;
  }
  return found;
}

Result<Json> verified_claims(std::string_view token, std::string_view keys) {
  cjose_err error{};
  const std::string text(token);
  const Jws jws(cjose_jws_import(text.data(), text.size(), &error), &cjose_jws_release);
  if (!jws) return refused("the token cannot be read");
  const auto algorithm = header_text(jws.get(), CJOSE_HDR_ALG);
  if (algorithm != "RS256" && algorithm != "ES256")
    return refused("it is signed by an algorithm that is not accepted");
  const auto key = key_for(Json::parse(keys, nullptr, false), header_text(jws.get(), CJOSE_HDR_KID),
                           algorithm == "RS256" ? "RSA" : "EC");
  if (!key) return refused("the provider has no such key");
  const auto key_text = key->dump();
  const Jwk jwk(cjose_jwk_import(key_text.data(), key_text.size(), &error), &cjose_jwk_release);
  if (!jwk) return refused("the key of the provider cannot be read");
  if (!cjose_jws_verify(jws.get(), jwk.get(), &error)) return refused("the signature is wrong");
  std::uint8_t* content = nullptr;
  std::size_t length = 0;
  if (!cjose_jws_get_plaintext(jws.get(), &content, &length, &error))
    return refused("it has no content");
  auto claims = Json::parse(content, content + length, nullptr, false);
  if (!claims.is_object()) return refused("its content is no object");
  return claims;
}

std::string text_claim(const Json& claims, const char* name) {
  const auto claim = claims.find(name);
  return claim != claims.end() && claim->is_string() ? claim->get<std::string>() : std::string();
}

std::optional<Instant> time_claim(const Json& claims, const char* name) {
  const auto claim = claims.find(name);
  if (claim == claims.end() || !claim->is_number_integer()) return std::nullopt;
  return Instant(std::chrono::seconds(claim->get<std::int64_t>()));
}

bool is_only_audience(const Json& claims, const std::string& client) {
  const auto audience = claims.find("aud");
  if (audience == claims.end()) return false;
  if (audience->is_array()) return audience->size() == 1 && audience->front() == client;
  return *audience == client;
}

Result<void> check(const Json& claims, const Expected& expected) {
  if (text_claim(claims, "iss") != expected.issuer) return refused("another provider issued it");
  if (!is_only_audience(claims, expected.client)) return refused("it is meant for another program");
  if (claims.contains("azp") && text_claim(claims, "azp") != expected.client)
    return refused("another program asked for it");
  const auto expires = time_claim(claims, "exp");
  const auto issued = time_claim(claims, "iat");
  if (!expires || expected.now >= *expires + kClocksDiffer) return refused("its time is over");
  if (!issued || *issued > expected.now + kClocksDiffer) return refused("it comes from the future");
  if (expected.nonce.empty() || text_claim(claims, "nonce") != expected.nonce)
    return refused("it belongs to another log-in");
  return {};
}

}  // namespace

Result<Identity> verify_id_token(std::string_view token, std::string_view keys,
                                 const Expected& expected) {
  KRES_ASSIGN(const auto claims, verified_claims(token, keys));
  KRES_TRY(check(claims, expected));
  Identity identity{text_claim(claims, "sub"), text_claim(claims, "preferred_username")};
  if (identity.subject.empty()) return refused("it names nobody");
  if (identity.username.empty()) return refused("it has no preferred_username");
  return identity;
}

}  // namespace kres::oidc
