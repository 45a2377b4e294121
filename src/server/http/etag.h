// Versions of resources in HTTP: entity tags and the conditions on them (RFC 9110, section 13).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace kres::http {

// A strong tag of a representation: the beginning of its SHA-256, in quotes.
std::string make_etag(std::string_view content);

// True if a list of tags ("a", W/"b" or *) names the tag. If-Match compares strongly (a weak tag
// never matches), If-None-Match weakly.
bool names_tag(std::string_view list, std::string_view etag, bool weakly);

// The answer that refuses a change, or nothing if it may go on: 428 without If-Match, 412 if the
// resource has another tag by now.
std::optional<Response> check_if_match(const Request& request, std::string_view current_etag);

// Adds the tag; turns the response into 304 if the client has this version already.
Response with_etag(const Request& request, Response response, const std::string& etag);

}  // namespace kres::http
