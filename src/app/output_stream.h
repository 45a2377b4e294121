// A result that is written while it is made: to standard output at once, to a file when it is
// whole.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace kres::app {

class OutputStream {
 public:
  explicit OutputStream(std::string path) : path_(std::move(path)) {}

  void add(std::string_view text);
  // Writes what is left. An error is the first that happened.
  Result<void> finish();

 private:
  std::string path_, held_;
  Result<void> state_;
};

}  // namespace kres::app
