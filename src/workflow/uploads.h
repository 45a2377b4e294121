// Files that come in parts: announced, received, verified whole, then a delivery of their isolate.
//
// A refusal by the rules carries the key of a text as its message ("upload.why.offset").
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "laboratory/ports/upload_store.h"
#include "laboratory/upload.h"
#include "workflow/services.h"

namespace kres::workflow {

struct UploadLimits {
  std::uint64_t part = std::uint64_t{16} << 20;       // bytes
  std::uint64_t assembly = std::uint64_t{512} << 20;  // of a file
  std::uint64_t reads = std::uint64_t{64} << 30;
  std::uint64_t reserve = std::uint64_t{1} << 30;  // that stay free on the disk
  int open_of_person = 8;
  int open_of_all = 200;
  std::chrono::hours age{7 * 24};  // after the last part
};

// All outlive whoever holds this.
struct UploadDesk {
  Services services;
  laboratory::UploadStore& store;
  UploadLimits limits = {};
};

// Announces the files of one delivery: place, name, size, and the digest if it is known. Errors:
// not_found (isolate), bad_input (names, sizes, not a whole delivery), conflict
// (upload.why.too_many), too_large, environment (upload.why.no_room).
Result<laboratory::Upload> begin_upload(const UploadDesk& desk, const std::string& accession,
                                        std::vector<laboratory::UploadFile> files,
                                        const std::string& person);

// `not_found` if there is none.
Result<laboratory::Upload> upload_numbered(laboratory::UnitOfWork& work, laboratory::UploadId id);

// Verifies every file against the digest stated now or before, then stores them, attaches them to
// the isolate and queues its analysis, all or nothing. Of a file that is not what was announced
// nothing is kept. Done already: the same again. Errors: conflict (upload.why.incomplete, .busy,
// .over, .known), bad_input (upload.why.whole_checksum, .not_a_genome; no digest is stated).
Result<laboratory::Upload> complete_upload(const UploadDesk& desk, laboratory::UploadId id,
                                           const std::map<int, std::string>& stated,
                                           const std::string& person);

// Errors: conflict (upload.why.busy, upload.why.over).
Result<laboratory::Upload> cancel_upload(const UploadDesk& desk, laboratory::UploadId id,
                                         const std::string& person);

// Ends uploads to which nothing came for too long, and removes the bytes of all that are over.
// How many it ended.
Result<int> remove_stale_uploads(const UploadDesk& desk);

// The upload's lock, or the refusal `upload.why.busy`.
Result<std::unique_ptr<laboratory::UploadLock>> lock_upload(const UploadDesk& desk,
                                                            laboratory::UploadId id);

// The refusals of this file and upload_part.h.
tl::unexpected<Error> refuse_upload(ErrorCode code, std::string_view why, std::string detail = {});

}  // namespace kres::workflow
