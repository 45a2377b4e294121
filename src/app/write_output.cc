#include "app/write_output.h"

#include <cstdio>

#include "base/files.h"

namespace kres::app {

Result<void> write_output(const std::string& path, std::string_view text) {
  if (!path.empty()) return write_file_atomic(path, text);
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
    return environment_error("cannot write to standard output");
  return {};
}

}  // namespace kres::app
