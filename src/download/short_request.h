// One HTTP request whose answer fits into memory: documents and tokens of other services.
#pragma once

#include <cstddef>
#include <string>

#include "base/error.h"

namespace kres::download {

struct ShortRequest {
  std::string address;  // see is_allowed_address()
  std::string form;     // a POST of application/x-www-form-urlencoded if not empty, else a GET
  std::string user, password;  // HTTP Basic if the user is not empty
  long seconds = 10;
  std::size_t most_bytes = std::size_t{256} << 10;  // of the answer
};

// The body of an answer of success. Redirects are not followed; certificates are always verified.
// Errors: bad_input (address), forbidden (the service refused: 4xx), environment (network,
// certificate, a service that failed), too_large.
Result<std::string> fetch_text(const ShortRequest& request);

}  // namespace kres::download
