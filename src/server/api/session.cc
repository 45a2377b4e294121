// The session: log in, who am I, log out.
#include <nlohmann/json.hpp>

#include "server/api/body.h"
#include "server/api/endpoint.h"
#include "server/api/person_json.h"
#include "server/api/service.h"
#include "server/api/session_json.h"

namespace kres::api {

namespace {

constexpr std::size_t kLongestUsername = 64;

Result<void> end_session(Services& services, const http::Request& request) {
  const auto token = request.cookie(kSessionCookie);
  if (!token) return {};
  return services.authenticator.log_out(std::string(*token));
}

Result<http::Response> log_in(Services& services, const Call& call) {
  KRES_ASSIGN(const auto body, read_object(call.request));
  KRES_ASSIGN(const auto username, required_text(body, "username", kLongestUsername));
  KRES_ASSIGN(const auto password, password_field(body, "password"));
  KRES_ASSIGN(const auto outcome,
              services.authenticator.log_in(username, password, call.request.peer));
  if (const auto* wait = std::get_if<MustWait>(&outcome)) return too_many_attempts(wait->time);
  if (call.caller != nullptr) KRES_TRY(end_session(services, call.request));
  const auto& logged_in = std::get<LoggedIn>(outcome);
  return session_response(logged_in, call.request.secure);
}

Result<http::Response> read_session(Services&, const Call& call) {
  return http::json_response(200, session_json(*call.caller));
}

Result<http::Response> log_out(Services& services, const Call& call) {
  KRES_TRY(end_session(services, call.request));
  return http::empty_response(204).with("Set-Cookie",
                                        session_cookie("", call.request.secure, true));
}

}  // namespace

std::vector<Endpoint> session_endpoints() {
  constexpr std::string_view kPath = "/api/v1/session";
  return {
      {.route = {.method = http::Method::post,
                 .pattern = kPath,
                 .id = "log_in",
                 .tag = "session",
                 .summary = "Begins a session; a cookie carries it.",
                 .request_schema = "Credentials",
                 .response_schema = "Session",
                 .creates_session = true,
                 .body_limit = 4096},
       .access = open_to_anyone(),
       .handler = log_in},
      {.route = {.method = http::Method::get,
                 .pattern = kPath,
                 .id = "read_session",
                 .tag = "session",
                 .summary = "The person of the session and its CSRF token.",
                 .response_schema = "Session"},
       .access = every_person(),
       .handler = read_session},
      {.route = {.method = http::Method::del,
                 .pattern = kPath,
                 .id = "log_out",
                 .tag = "session",
                 .summary = "Ends the session.",
                 .status = 204},
       .access = in_person(every_person()),
       .handler = log_out},
  };
}

}  // namespace kres::api
