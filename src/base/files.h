// Files on disk: read whole, write all-or-nothing and durable, directories, digests.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kres {

using Path = std::filesystem::path;

Result<std::string> read_file(const Path& path);  // a regular file; never waits for a pipe

// Writes to a temporary file beside path, fsyncs it, renames it over path and fsyncs the directory:
// after success the content is durable, after failure or a crash the old file is still there.
Result<void> write_file_atomic(const Path& path, std::string_view content);

Result<void> make_directories(const Path& path);
Result<void> sync_directory(const Path& path);

}  // namespace kres
