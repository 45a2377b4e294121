// A table on disk that is written line by line and appears only when it is whole.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/files.h"

namespace kres::batch {

// Writes to a hidden file beside the final one. Destroyed without publish(), it leaves nothing.
class TableFile {
 public:
  static Result<TableFile> create(const Path& path);
  TableFile(TableFile&& other) noexcept;
  TableFile& operator=(TableFile&& other) noexcept;
  ~TableFile();

  Result<void> write(std::string_view text);
  // Makes the table durable under its name, replacing what was there.
  Result<void> publish();

 private:
  TableFile(Path path, Path temporary, int descriptor);
  Result<void> flush();
  Error failure(int code) const;

  Path path_, temporary_;
  int descriptor_ = -1;
  std::string buffer_;
};

}  // namespace kres::batch
