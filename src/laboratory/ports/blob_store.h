// Files stored by the digest of their bytes.
//
// What put() acknowledged is on disk. The same bytes are stored once. Nothing is ever changed;
// read() and locate() verify the digest and fail with `corrupt` when the bytes differ.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "laboratory/blob.h"

namespace kres::laboratory {

class BlobStore {
 public:
  virtual ~BlobStore() = default;
  virtual Result<Blob> put(std::string_view bytes, std::string media_type,
                           std::string original_name) = 0;
  virtual Result<Blob> put_file(const Path& file, std::string media_type) = 0;
  // The same without a copy where the disk allows: the file may be removed afterwards, but not
  // changed. Requires: its bytes are durable.
  virtual Result<Blob> take_file(const Path& file, std::string media_type,
                                 std::string original_name) = 0;
  virtual Result<std::string> read(const std::string& sha256) const = 0;
  // A path from which the verified bytes can be read; they must not be changed.
  virtual Result<Path> locate(const std::string& sha256) const = 0;
  // Digests of everything stored, sorted.
  virtual Result<std::vector<std::string>> list() const = 0;
};

}  // namespace kres::laboratory
