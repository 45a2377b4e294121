// An open file whose reads, writes and syncs give errors as values.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/error.h"
#include "base/files.h"

namespace kres {

// Owns the descriptor. Used by one thread at a time.
class OpenFile {
 public:
  enum class Mode { read, update };  // update: made if it is missing
  static Result<OpenFile> open(const Path& path, Mode mode);
  // A new file in the directory under a name of its own.
  static Result<OpenFile> temporary(const Path& directory);
  // The same without a name: gone when it is closed, also when the program is killed.
  static Result<OpenFile> nameless(const Path& directory);

  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&&) = delete;
  ~OpenFile();

  const Path& path() const { return path_; }  // as opened; for error messages if nameless
  Result<void> write(std::string_view bytes);
  Result<void> write_at(std::uint64_t offset, std::string_view bytes);
  // What was read, a part of `buffer`; empty at the end of the file.
  Result<std::string_view> read_at(std::uint64_t offset, std::span<char> buffer) const;
  Result<std::uint64_t> size() const;
  Result<void> truncate(std::uint64_t size);
  Result<void> sync();
  // An exclusive lock over all processes, kept until the file is closed; false if it is taken.
  Result<bool> lock();

 private:
  OpenFile(Path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  Path path_;
  int descriptor_ = -1;
};

// Makes a temporary file durable and gives it its name, over whatever had that name before.
// Requires: both are in the same file system.
Result<void> move_into_place(OpenFile& file, const Path& path);

}  // namespace kres
