// Where a command's result goes: a file if one is named, otherwise standard output.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::app {

// All or nothing: a file is whole or as it was before.
Result<void> write_output(const std::string& path, std::string_view text);

}  // namespace kres::app
