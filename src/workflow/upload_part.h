// One part of a file on its way in.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "workflow/uploads.h"

namespace kres::workflow {

struct PartAnnouncement {
  laboratory::UploadId upload;
  int file = 0;
  std::uint64_t offset = 0;  // where the part begins in the file
  std::string sha256;        // of the part
};

// Receives a part without ever holding it in memory. If it is destroyed before finish(), or if
// finish() fails, nothing of the part is kept.
class PartReception {
 public:
  // Errors: not_found, bad_input (no digest), conflict (upload.why.offset, upload.why.over).
  static Result<PartReception> begin(const UploadDesk& desk, const PartAnnouncement& part);

  // Errors: too_large, environment (upload.why.no_room), bad_input (upload.why.beyond_end).
  Result<void> take(std::string_view bytes);
  // The upload with the part in it, durable. Errors: bad_input (upload.why.part_checksum, empty),
  // conflict (upload.why.offset, upload.why.busy, upload.why.over), environment
  // (upload.why.no_room).
  Result<laboratory::Upload> finish();

 private:
  PartReception(const UploadDesk& desk, PartAnnouncement announced, std::uint64_t room,
                std::unique_ptr<laboratory::IncomingPart> part)
      : desk_(&desk), announced_(std::move(announced)), room_(room), part_(std::move(part)) {}

  const UploadDesk* desk_;
  PartAnnouncement announced_;
  std::uint64_t room_;  // bytes to the end of the file
  std::unique_ptr<laboratory::IncomingPart> part_;
};

}  // namespace kres::workflow
