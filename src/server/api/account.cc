// One's own account: a new password, and tokens for programs.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/person_json.h"
#include "server/api/services.h"
#include "server/api/session_json.h"
#include "server/auth/password.h"
#include "server/auth/token.h"
#include "workflow/api_tokens.h"
#include "workflow/people.h"

namespace kres::api {

namespace {

using Json = nlohmann::ordered_json;
using laboratory::ApiToken;

constexpr std::size_t kLongestText = 100;  // bytes

Json instant_value(const std::optional<Instant>& time) {
  return time ? Json(iso_utc(*time)) : Json(nullptr);
}

Json token_value(const ApiToken& token, Instant now) {
  return {{"id", token.id.value},
          {"name", token.name},
          {"reach", name_of(token.reach)},
          {"created", iso_utc(token.created)},
          {"created_by", token.created_by},
          {"expires", iso_utc(token.expires)},
          {"last_used", instant_value(token.last_used)},
          {"revoked", instant_value(token.revoked)},
          {"valid", token.is_valid(now)}};
}

// The old password is asked for again: a page left open is not enough. Every session of the person
// ends, and this one goes on under a new token.
Result<http::Response> change_own_password(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto current, password_field(body, "current"));
  KRES_ASSIGN(const auto wanted, password_field(body, "password"));
  const auto& person = call.caller->person;
  KRES_TRY(check_new_password(wanted, person.username));
  KRES_ASSIGN(const auto outcome,
              services.authenticator.confirm(person, current, call.request.peer));
  if (outcome.count() > 0) return too_many_attempts(outcome);
  KRES_ASSIGN(const auto hash, hash_password(wanted, services.authenticator.policy().cost));
  KRES_TRY(
      workflow::change_password(services.desk.services, person.username, hash, person.username));
  KRES_ASSIGN(const auto logged_in, services.authenticator.open_session(person));
  return session_response(logged_in, call.request.secure);
}

Result<http::Response> list_tokens(Services& services, const Call& call) {
  KRES_ASSIGN(const auto tokens,
              workflow::tokens_of(services.desk.services, call.caller->person.username));
  Json items = Json::array();
  for (const auto& token : tokens) items.push_back(token_value(token, services.clock().now()));
  return http::json_response(200, Json{{"items", std::move(items)}}.dump());
}

Result<http::Response> give_token(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  workflow::TokenRequest request{.username = call.caller->person.username};
  KRES_ASSIGN(request.name, required_text(body, "name", kLongestText));
  KRES_ASSIGN(const auto reach, required_text(body, "reach", kLongestText));
  const auto known = laboratory::token_reach_from(reach);
  if (!known) return bad_input("The field 'reach' is neither 'read' nor 'change'");
  request.reach = *known;
  const auto days = body.find("days");
  if (days == body.end() || !days->is_number_integer() || *days < 1 ||
      *days > laboratory::kLongestTokenDays)
    return bad_input(fmt::format("The field 'days' is no whole number from 1 to {}",
                                 laboratory::kLongestTokenDays));
  request.days = days->get<int>();
  const auto secret = std::string(kApiTokenPrefix) + random_token();
  KRES_ASSIGN(const auto token, workflow::give_token(services.desk.services, request,
                                                     token_digest(secret), request.username));
  auto json = token_value(token, services.clock().now());
  json["token"] = secret;
  return http::json_response(201, json.dump());
}

Result<http::Response> revoke_token(Services& services, const Call& call) {
  const laboratory::ApiTokenId id{parse_int(call.path["id"]).value_or(0)};
  const auto& username = call.caller->person.username;
  KRES_ASSIGN(const auto token,
              workflow::revoke_token(services.desk.services, username, id, username));
  return http::json_response(200, token_value(token, services.clock().now()).dump());
}

}  // namespace

std::vector<Endpoint> account_endpoints() {
  const auto access = in_person(every_person());
  return {
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/session/password",
                 .id = "change_own_password",
                 .tag = "session",
                 .summary = "Changes one's own password; ends every other session.",
                 .request_schema = "PasswordChange",
                 .response_schema = "Session",
                 .body_limit = 4096},
       .access = access,
       .handler = change_own_password},
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/tokens",
                 .id = "list_tokens",
                 .tag = "tokens",
                 .summary = "One's own tokens for programs, newest first.",
                 .response_schema = "TokenList"},
       .access = access,
       .handler = list_tokens},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/tokens",
                 .id = "give_token",
                 .tag = "tokens",
                 .summary = "A new token; it is shown this once.",
                 .request_schema = "NewToken",
                 .response_schema = "GivenToken",
                 .status = 201},
       .access = access,
       .handler = give_token},
      {.route = {.method = http::Method::del,
                 .pattern = "/api/v1/tokens/{id}",
                 .id = "revoke_token",
                 .tag = "tokens",
                 .summary = "Revokes a token; it stays in the list.",
                 .response_schema = "Token"},
       .access = access,
       .handler = revoke_token},
  };
}

}  // namespace kres::api
