// Blobs as files of a directory: DIR/ab/cd/<sha256>.
#pragma once

#include "base/open_file.h"
#include "laboratory/ports/blob_store.h"

namespace kres::storage {

class DirectoryBlobStore : public laboratory::BlobStore {
 public:
  // Makes the directory if it is missing.
  static Result<DirectoryBlobStore> open(Path directory);

  Result<laboratory::Blob> put(std::string_view bytes, std::string media_type,
                               std::string original_name) override;
  Result<laboratory::Blob> put_file(const Path& file, std::string media_type) override;
  Result<laboratory::Blob> take_file(const Path& file, std::string media_type,
                                     std::string original_name) override;
  Result<std::string> read(const std::string& sha256) const override;
  Result<Path> locate(const std::string& sha256) const override;
  Result<std::vector<std::string>> list() const override;

 private:
  explicit DirectoryBlobStore(Path directory) : directory_(std::move(directory)) {}
  Path path_of(const std::string& sha256) const;
  // Gives a temporary file the blob's place unless the bytes are there already.
  Result<void> keep(OpenFile& file, const laboratory::Blob& blob);

  Path directory_;
};

}  // namespace kres::storage
