#include "base/system_failure.h"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace kres {

namespace {
constexpr std::string_view kFreeSomeSpace = "free some disk space and try again";
}  // namespace

tl::unexpected<Error> system_failure(std::string_view what, const std::filesystem::path& path,
                                     int code) {
  const bool missing = code == ENOENT;
  const bool no_room = code == ENOSPC || code == EDQUOT || code == EFBIG;
  return fail({missing ? ErrorCode::not_found : ErrorCode::environment,
               fmt::format("{}: {}", what, std::strerror(code)), path.string(), 0,
               no_room ? std::string(kFreeSomeSpace) : ""});
}

bool is_no_room(const Error& error) {
  return error.code == ErrorCode::environment && error.remedy == kFreeSomeSpace;
}

}  // namespace kres
