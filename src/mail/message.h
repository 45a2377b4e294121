// A mail as the bytes that travel (RFC 5322, RFC 2045, RFC 2047).
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "laboratory/ports/mailer.h"

namespace kres::mail {

// ASCII, one '@' with something on both sides, no blanks, brackets or line breaks: what may stand
// in a header and in SMTP as it is.
bool is_plain_address(std::string_view address);

// Requires: plain addresses. The text travels as base64, so that no line of it is special.
std::string message_of(const laboratory::Mail& mail, const std::string& from, Instant now);

}  // namespace kres::mail
