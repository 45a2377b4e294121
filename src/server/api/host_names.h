// The names by which the server may be asked (the Host header).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kres::api {

// Other names are refused, so that a foreign page cannot reach a server on this machine through a
// name of its own (DNS rebinding).
struct HostNames {
  std::vector<std::string> names{"localhost", "127.0.0.1", "[::1]"};

  bool allow(std::string_view host_header) const;  // with or without a port, whatever the case
};

}  // namespace kres::api
