#include "app/write_output.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/files.h"

namespace kres::app {

namespace {

// A device or a pipe is written to; a file in its place would be of no use to anybody.
bool is_no_file(const std::string& path) {
  std::error_code unknown;
  const auto status = std::filesystem::status(path, unknown);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
         !std::filesystem::is_directory(status);
}

Result<void> write_to(const std::string& path, std::string_view text) {
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  if (!out) return environment_error("cannot write", path);
  return {};
}

}  // namespace

Result<void> write_output(const std::string& path, std::string_view text) {
  if (!path.empty()) return is_no_file(path) ? write_to(path, text) : write_file_atomic(path, text);
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
    return environment_error("cannot write to standard output");
  return {};
}

}  // namespace kres::app
