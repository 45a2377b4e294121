// The error of a registry that does not say what its trail says.
#pragma once

#include <string>
#include <utility>

#include "base/error.h"

namespace kres::workflow {

inline tl::unexpected<Error> broken(std::string message) {
  return fail({.code = ErrorCode::corrupt,
               .message = std::move(message),
               .file = "registry",
               .remedy = "keep it as it is and compare it with a backup"});
}

}  // namespace kres::workflow
