// The query of a request against what its route allows.
#pragma once

#include "base/error.h"
#include "server/http/message.h"
#include "server/http/route.h"

namespace kres::http {

// Errors (bad_input): a parameter that the route does not have, a value it does not allow, an
// integer that is none or out of bounds. After success the values can be used as they are.
Result<void> check_query(const Route& route, const Target& target);

// Requires: check_query() succeeded.
std::string text_parameter(const Target& target, std::string_view name, std::string_view fallback);
int integer_parameter(const Target& target, std::string_view name, int fallback);

}  // namespace kres::http
