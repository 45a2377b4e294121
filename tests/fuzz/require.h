// What every fuzz target is built of: a promise that must hold, and the refusal of an input.
#pragma once

#include <cstdlib>

#include "base/error.h"

namespace kres::fuzz {

inline void require(bool kept) {
  if (!kept) std::abort();
}

// A refusal says what is wrong and where. `file` is what the input was called.
template <class T>
bool refused(const Result<T>& result, const std::string& file) {
  if (result) return false;
  require(!result.error().message.empty() && result.error().file.find(file) != std::string::npos);
  return true;
}

}  // namespace kres::fuzz
