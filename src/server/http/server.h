// The HTTP/1.1 server: reads requests within limits and deadlines, lets a pool of threads answer.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/error.h"
#include "server/http/service.h"

namespace kres::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one
  unsigned workers = 4;    // threads that answer requests
  std::size_t most_connections = 256;
  std::size_t header_limit = 16 * 1024;              // bytes of request line and headers
  std::chrono::milliseconds idle_timeout{60'000};    // between requests of one connection
  std::chrono::milliseconds header_timeout{10'000};  // from the first byte to the last header
  std::chrono::milliseconds body_timeout{60'000};
  std::chrono::milliseconds write_timeout{60'000};
  std::chrono::milliseconds grace{10'000};  // for requests in progress when the server stops
  bool behind_proxy = false;  // believe X-Forwarded-For and X-Forwarded-Proto of the nearest hop
};

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
