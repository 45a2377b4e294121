#include "server/api/session_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "server/api/person_json.h"
#include "server/api/service.h"
#include "server/http/problem.h"

namespace kres::api {

std::string session_json(const Caller& caller) {
  return nlohmann::ordered_json{{"person", person_value(caller.person)},
                                {"csrf_token", caller.csrf_token}}
      .dump();
}

std::string session_cookie(std::string_view value, bool secure, bool ends_now) {
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}{}", kSessionCookie, value,
                     secure ? "; Secure" : "", ends_now ? "; Max-Age=0" : "");
}

http::Response session_response(const LoggedIn& logged_in, bool secure) {
  return http::json_response(200, session_json(logged_in.caller))
      .with("Set-Cookie", session_cookie(logged_in.token, secure, false));
}

http::Response too_many_attempts(std::chrono::seconds wait) {
  return http::problem(429, "error.too_many_attempts", "Too many attempts to log in; wait")
      .with("Retry-After", std::to_string(wait.count()));
}

}  // namespace kres::api
