// What the HTTP server serves: the border between the network and the program.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "server/http/message.h"

namespace kres::http {

// Takes the body of one request while it arrives, so that no more of it than a piece is in memory.
// Destroyed without finish() when the client leaves before the end.
class BodyReceiver {
 public:
  virtual ~BodyReceiver() = default;
  // False: nothing more is wanted; finish() says why, and the connection ends after it.
  virtual bool take(std::string_view piece) = 0;
  virtual Response finish() = 0;
};

// Either may be missing, never both.
struct Reception {
  std::unique_ptr<BodyReceiver> receiver;
  std::optional<Response> refusal;  // answered without reading the body
};

// Called from several threads at once.
class Service {
 public:
  virtual ~Service() = default;

  // The largest body, in bytes, that a request to this target may have. Asked after the header and
  // before the body is read.
  virtual std::size_t body_limit(Method method, const Target& target) const = 0;

  // Whether bodies sent to this target are taken piece by piece. Asked like body_limit().
  virtual bool streams(Method /*method*/, const Target& /*target*/) const { return false; }
  // Begins to take such a body; the request has no body yet.
  virtual Reception receive(Request /*head*/) { return {}; }

  // Answers one whole request. An exception is a bug and becomes status 500.
  virtual Response respond(const Request& request) = 0;
};

}  // namespace kres::http
