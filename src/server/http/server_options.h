// Where the HTTP server listens, its limits and its deadlines.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

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

}  // namespace kres::http
