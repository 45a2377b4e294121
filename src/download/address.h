// Which addresses may be read from at all.
#pragma once

#include <string_view>

namespace kres::download {

// http to this machine itself (127.0.0.1 or localhost): a mirror, or a test.
bool is_local_address(std::string_view address);
// https to anywhere, or a local address.
bool is_allowed_address(std::string_view address);

}  // namespace kres::download
