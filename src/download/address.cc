#include "download/address.h"

namespace kres::download {

bool is_local_address(std::string_view address) {
  constexpr std::string_view kScheme = "http://";
  if (!address.starts_with(kScheme)) return false;
  const auto rest = address.substr(kScheme.size());
  const auto authority = rest.substr(0, rest.find_first_of("/?#"));
  const auto host = authority.substr(0, authority.find(':'));
  return authority.find('@') == std::string_view::npos &&
         (host == "127.0.0.1" || host == "localhost");
}

bool is_allowed_address(std::string_view address) {
  constexpr std::string_view kScheme = "https://";
  return (address.starts_with(kScheme) && address.size() > kScheme.size()) ||
         is_local_address(address);
}

}  // namespace kres::download
