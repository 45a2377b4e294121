// JSON bodies of requests: read once, checked, asked for their fields.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "base/error.h"
#include "server/http/message.h"

namespace kres::api {

// The object in the body. Errors (bad_input): no JSON content type, no JSON, not an object, text
// that is not UTF-8.
Result<nlohmann::json> read_object(const http::Request& request);

// A text field, white space trimmed. Errors (bad_input): missing, not a text, longer than `most`
// bytes, control characters other than line breaks.
Result<std::string> required_text(const nlohmann::json& object, std::string_view name,
                                  std::size_t most);
// The same; empty if the field is missing or null.
Result<std::string> optional_text(const nlohmann::json& object, std::string_view name,
                                  std::size_t most);

// true or false; `fallback` if the field is missing or null.
Result<bool> optional_flag(const nlohmann::json& object, std::string_view name, bool fallback);

}  // namespace kres::api
