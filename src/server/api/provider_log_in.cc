// Log-in at the hospital's own OpenID provider, instead of a password here.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/log.h"
#include "server/api/endpoint.h"
#include "server/api/services.h"
#include "server/api/session_json.h"
#include "server/http/problem.h"
#include "server/http/query.h"

namespace kres::api {

namespace {

constexpr std::string_view kCookie = "kres_log_in";
constexpr std::string_view kCallback = "/api/v1/session/callback";

// Sent along when the provider sends the browser back, hence Lax and not Strict.
std::string pending_cookie(std::string_view value, bool secure) {
  return fmt::format("{}={}; Path={}; HttpOnly; SameSite=Lax{}{}", kCookie, value, kCallback,
                     secure ? "; Secure" : "", value.empty() ? "; Max-Age=0" : "; Max-Age=600");
}

http::Response no_provider() {
  return http::problem(404, "error.not_found", "This laboratory has no provider of log-ins");
}

http::Response provider_is_silent() {
  return http::problem(503, "error.provider", "The provider of log-ins does not answer; try later")
      .with("Retry-After", std::to_string(oidc::Provider::kPause.count()));
}

http::Response sent_to(std::string_view address) {
  http::Response response{.status = 303, .content_type = {}, .body = {}, .headers = {}};
  response.with("Location", std::string(address));
  return response;
}

Result<http::Response> read_provider(Services& services, const Call&) {
  const nlohmann::ordered_json json = {
      {"name", services.provider ? nlohmann::ordered_json(services.provider->name())
                                 : nlohmann::ordered_json(nullptr)}};
  return http::json_response(200, json.dump());
}

Result<http::Response> begin(Services& services, const Call& call) {
  if (services.provider == nullptr) return no_provider();
  const auto begun = services.provider->begin();
  if (!begun) {
    log(LogLevel::warning, begun.error().text());
    return provider_is_silent();
  }
  return http::json_response(200, nlohmann::ordered_json{{"location", begun->location}}.dump())
      .with("Set-Cookie", pending_cookie(begun->cookie, call.request.secure));
}

// Whatever goes wrong, the browser comes back to the page, which says that it did; what it was
// stays in the log.
Result<http::Response> come_back(Services& services, const Call& call) {
  if (services.provider == nullptr) return no_provider();
  const auto& request = call.request;
  auto response = sent_to("/?log_in=refused");
  const auto code = http::text_parameter(request.target, "code", "");
  const auto identity =
      services.provider->finish(request.cookie(kCookie).value_or(""),
                                http::text_parameter(request.target, "state", ""), code);
  if (identity) {
    const auto logged_in = services.authenticator.recognised(identity->username);
    if (logged_in) {
      response = sent_to("/");
      response.with("Set-Cookie", session_cookie(logged_in->token, request.secure, false));
    } else if (logged_in.error().code != ErrorCode::unauthenticated) {
      return tl::unexpected<Error>(logged_in.error());
    }
  } else {
    log(LogLevel::warning, identity.error().message);
    if (identity.error().code == ErrorCode::environment) response = sent_to("/?log_in=unavailable");
  }
  response.with("Set-Cookie", pending_cookie("", request.secure));
  return response;
}

}  // namespace

std::vector<Endpoint> provider_endpoints() {
  return {
      {.route = {.method = http::Method::get,
                 .pattern = "/api/v1/session/provider",
                 .id = "read_provider",
                 .tag = "session",
                 .summary = "The provider at which one may log in instead, if there is one.",
                 .response_schema = "LogInProvider"},
       .access = open_to_anyone(),
       .handler = read_provider},
      {.route = {.method = http::Method::post,
                 .pattern = "/api/v1/session/provider",
                 .id = "begin_provider_log_in",
                 .tag = "session",
                 .summary = "Begins a log-in at the provider; the browser goes to the location.",
                 .response_schema = "ProviderLocation",
                 .creates_session = true},
       .access = open_to_anyone(),
       .handler = begin},
      {.route = {.method = http::Method::get,
                 .pattern = kCallback,
                 .id = "end_provider_log_in",
                 .tag = "session",
                 .summary = "Where the provider sends the browser back to; leads to the page.",
                 .status = 303,
                 .query = {{"code", "string", "What the provider exchanges for a token", {}},
                           {"state", "string", "What the log-in was begun with", {}},
                           {"error", "string", "Why the provider refused", {}},
                           {"error_description", "string", "The same in words", {}},
                           {"iss", "string", "The provider's name", {}},
                           {"session_state", "string", "Of some providers; not used", {}}}},
       .access = open_to_anyone(),
       .handler = come_back},
  };
}

}  // namespace kres::api
