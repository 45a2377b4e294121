// The session as it is answered: its JSON and its cookie.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "server/auth/authenticator.h"
#include "server/http/message.h"

namespace kres::api {

std::string session_json(const Caller& caller);

// "kres_session=...; Path=/; HttpOnly; SameSite=Strict"; Secure where the client came over TLS.
std::string session_cookie(std::string_view value, bool secure, bool ends_now);

// 200 with the session and its cookie.
http::Response session_response(const LoggedIn& logged_in, bool secure);

// 429 with Retry-After.
http::Response too_many_attempts(std::chrono::seconds wait);

}  // namespace kres::api
