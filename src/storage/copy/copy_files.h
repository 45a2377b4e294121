// Copies files so that they are on disk and the same when it returns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"

namespace kres::storage {

struct CopiedFile {
  std::string path;  // below the folder
  std::uint64_t size = 0;
  std::string sha256;
  bool operator==(const CopiedFile&) const = default;
};

// One file; what stands at `to` is replaced. The digest is of the bytes that were written.
Result<CopiedFile> copy_durably(const Path& from, const Path& to);

// Every regular file below `from`, sorted by path; nothing if there is no such folder. Files that
// vanish meanwhile are left out.
Result<std::vector<CopiedFile>> copy_folder(const Path& from, const Path& to);

}  // namespace kres::storage
