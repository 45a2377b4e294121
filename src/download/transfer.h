// One file over HTTP, begun again where it was cut. Only transfer.cc and libcurl.h know libcurl.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/files.h"

namespace kres::download {

struct TransferLimits {
  std::uint64_t bytes = 4'000'000'000;
  long seconds = 3600;        // for a file
  long stalled_seconds = 60;  // with less than 1 kB/s
  int attempts = 5;
  double pause_seconds = 1;  // before the second attempt; doubled before each further one
};

// Keeps connections open from file to file. Proxies are taken from the environment as curl does
// (https_proxy, no_proxy); certificates are always verified.
class Transfer {
 public:
  static Result<Transfer> open(const TransferLimits& limits);
  Transfer(Transfer&&) noexcept;
  ~Transfer();

  // Completes `part`. What is there already is kept if the server says that it is of the same
  // version (a strong ETag, noted in "<part>.etag"), otherwise the file is begun anew. A cut
  // connection is tried again. Errors: not_found (404, 410), too_large, environment (network,
  // server, certificate); what has come stays in `part` for the next time, except where the
  // address is gone. Redirects are followed to https only (from a local address also to http).
  Result<void> complete(const std::string& address, const Path& part);

 private:
  struct State;
  explicit Transfer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace kres::download
