// Uploads and how far they have come.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "laboratory/upload.h"

namespace kres::laboratory {

class UploadRepository {
 public:
  virtual ~UploadRepository() = default;
  // With its files, which are numbered in their order.
  virtual Result<Upload> add(Upload upload) = 0;
  virtual Result<std::optional<Upload>> find(UploadId id) = 0;
  virtual Result<std::vector<Upload>> open_of(IsolateId isolate) = 0;  // newest first
  virtual Result<std::vector<Upload>> all_open() = 0;                  // by number
  // Notes how far a file has come. `conflict` unless it had come to `from` and the upload is open.
  virtual Result<void> advance(UploadId id, int file, std::uint64_t from, std::uint64_t to,
                               Instant now) = 0;
  // Ends an open one: state, changed, job, digests of its files. `conflict` if it is not open.
  virtual Result<void> finish(const Upload& upload) = 0;
};

}  // namespace kres::laboratory
