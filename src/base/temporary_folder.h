// A folder that is gone when it is no longer needed.
#pragma once

#include <utility>

#include "base/files.h"

namespace kres {

class TemporaryFolder {
 public:
  // In TMPDIR or the system's place for temporary files; only this user can read it.
  static Result<TemporaryFolder> make();
  ~TemporaryFolder();
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  const Path& path() const { return path_; }

 private:
  explicit TemporaryFolder(Path path) : path_(std::move(path)) {}
  Path path_;
};

}  // namespace kres
