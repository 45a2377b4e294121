// Errors of system calls on files.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/error.h"

namespace kres {

// `not_found` for a missing file, else `environment`. `code` is errno.
tl::unexpected<Error> system_failure(std::string_view what, const std::filesystem::path& path,
                                     int code);
// Whether it was for want of room: the disk, a quota or a file is full.
bool is_no_room(const Error& error);

}  // namespace kres
