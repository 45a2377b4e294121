// The headers that tell a browser what this server's pages may do.
#pragma once

#include "server/http/message.h"

namespace kres::http {

// Adds the content security policy (own scripts, styles, pictures and connections only), no
// sniffing, no referrer, no framing by others; no storing of API answers; and, when the client came
// over TLS, that it shall come that way for a year.
void add_security_headers(Response& response, bool is_api, bool secure);

}  // namespace kres::http
