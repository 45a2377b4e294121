// Errors as clients see them: application/problem+json (RFC 9457) with a key for translation.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "server/http/message.h"

namespace kres::http {

// {"type","title","status","detail","key"}; the page translates by `key` ("error.stale").
Response problem(int status, std::string_view key, std::string_view detail);

// The status and key of the error's kind. Client errors tell their message; for server errors the
// message stays in the log and the client gets a general sentence.
Response problem(const Error& error);

std::string_view status_title(int status);  // "Not Found"

}  // namespace kres::http
