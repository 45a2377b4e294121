#include "server/api/host_names.h"

#include <algorithm>

#include "base/text.h"

namespace kres::api {

bool HostNames::allow(std::string_view host_header) const {
  const auto bracket = host_header.find(']');  // of an IPv6 address, which has colons itself
  const auto colon = host_header.find(':', bracket == std::string_view::npos ? 0 : bracket);
  const auto host = host_header.substr(0, colon);
  return std::any_of(names.begin(), names.end(),
                     [&](const auto& name) { return iequals(name, host); });
}

}  // namespace kres::api
