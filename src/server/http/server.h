// The HTTP/1.1 server: reads requests within limits and deadlines, lets a pool of threads answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/error.h"
#include "server/http/server_options.h"
#include "server/http/service.h"

namespace kres::http {

// Limits broken by a client give 400 (malformed), 408 (too slow), 413 (body), 431 (headers) or 503
// (connections), and the connection ends. Requires: the service outlives the server.
class Server {
 public:
  // Listens when it returns. Errors (environment): the address cannot be used.
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Service& service);

  ~Server();  // stops
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  std::size_t connections() const;  // open now

  // Accepts nothing more, closes idle connections, lets requests in progress end within the grace
  // time, then returns. Calling it twice is fine.
  void stop();

 private:
  class Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kres::http
