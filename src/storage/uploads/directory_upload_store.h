// Uploads as files of a directory: DIR/<upload>/<file>.
#pragma once

#include "laboratory/ports/upload_store.h"

namespace kres::storage {

class DirectoryUploadStore : public laboratory::UploadStore {
 public:
  // Makes the directory if it is missing.
  static Result<DirectoryUploadStore> open(Path directory);

  Result<std::unique_ptr<laboratory::IncomingPart>> begin_part() override;
  Result<std::unique_ptr<laboratory::UploadLock>> lock(laboratory::UploadId upload) override;
  Result<void> append(laboratory::UploadId upload, int file, std::uint64_t offset,
                      laboratory::IncomingPart& part) override;
  Path path_of(laboratory::UploadId upload, int file) const override;
  Result<void> remove(laboratory::UploadId upload) override;
  Result<std::vector<laboratory::UploadId>> list() const override;
  Result<std::uint64_t> free_bytes() const override;

 private:
  explicit DirectoryUploadStore(Path directory) : directory_(std::move(directory)) {}
  Path folder_of(laboratory::UploadId upload) const;

  Path directory_;
};

}  // namespace kres::storage
