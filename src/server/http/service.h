// What the HTTP server serves: the border between the network and the program.
#pragma once

#include <cstddef>

#include "server/http/message.h"

namespace kres::http {

// Called from several threads at once.
class Service {
 public:
  virtual ~Service() = default;

  // The largest body, in bytes, that a request to this target may have. Asked after the header and
  // before the body is read.
  virtual std::size_t body_limit(Method method, const Target& target) const = 0;

  // Answers one whole request. An exception is a bug and becomes status 500.
  virtual Response respond(const Request& request) = 0;
};

}  // namespace kres::http
