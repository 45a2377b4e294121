// The bytes of files on their way in, on disk and apart from the stored files.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "laboratory/ids.h"

namespace kres::laboratory {

// One part while it arrives. Part of no file; gone when this is, also when the program is killed.
class IncomingPart {
 public:
  virtual ~IncomingPart() = default;
  // `environment` when the disk is full.
  virtual Result<void> write(std::string_view bytes) = 0;
  virtual std::uint64_t size() const = 0;
  virtual std::string sha256() = 0;  // of all that was written; ends the part, call once
};

// Only one at a time, over all processes, has the lock of an upload.
class UploadLock {
 public:
  virtual ~UploadLock() = default;
};

// Usable from several threads and processes.
class UploadStore {
 public:
  virtual ~UploadStore() = default;
  virtual Result<std::unique_ptr<IncomingPart>> begin_part() = 0;
  // `conflict` at once if somebody else has it.
  virtual Result<std::unique_ptr<UploadLock>> lock(UploadId upload) = 0;
  // Makes `part` the file's bytes from `offset` on; what was behind `offset` is dropped. Durable
  // when it returns. Requires: the upload's lock; the file has `offset` bytes or more.
  virtual Result<void> append(UploadId upload, int file, std::uint64_t offset,
                              IncomingPart& part) = 0;
  // The file so far. Requires: the upload's lock while it is read.
  virtual Path path_of(UploadId upload, int file) const = 0;
  // Everything of the upload; nothing there is no error.
  virtual Result<void> remove(UploadId upload) = 0;
  virtual Result<std::vector<UploadId>> list() const = 0;  // by number
  virtual Result<std::uint64_t> free_bytes() const = 0;    // on the disk
};

}  // namespace kres::laboratory
