#include "workflow/upload_part.h"

#include <fmt/format.h>

#include "base/system_failure.h"
#include "base/text.h"

namespace kres::workflow {

using laboratory::Upload;
using laboratory::UploadState;

namespace {

// The file of the part, if the part is the next one of it.
Result<laboratory::UploadFile> next_of(laboratory::UnitOfWork& work, const PartAnnouncement& part) {
  KRES_ASSIGN(const auto upload, upload_numbered(work, part.upload));
  const auto* file = upload.file(part.file);
  if (file == nullptr)
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("upload {} has no file {}", part.upload.value, part.file),
                 .file = {},
                 .remedy = {}});
  if (upload.state != UploadState::open) return refuse_upload(ErrorCode::conflict, "over");
  if (file->received != part.offset)
    return refuse_upload(ErrorCode::conflict, "offset",
                         fmt::format("The file has come to byte {}", file->received));
  return *file;
}

// A full disk is for the sender to know: the part can be sent again when there is room.
Result<void> told_of_room(Result<void> written) {
  if (written || !is_no_room(written.error())) return written;
  return refuse_upload(ErrorCode::environment, "no_room");
}

bool is_digest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

}  // namespace

Result<PartReception> PartReception::begin(const UploadDesk& desk, const PartAnnouncement& part) {
  auto announced = part;
  announced.sha256 = to_lower(part.sha256);
  if (!is_digest(announced.sha256))
    return bad_input("A part needs its SHA-256 in 64 hexadecimal digits");
  std::uint64_t room = 0;
  {
    KRES_ASSIGN(const auto work, desk.services.registry.read());
    KRES_ASSIGN(const auto file, next_of(*work, announced));
    room = file.size - file.received;
  }
  KRES_ASSIGN(auto incoming, desk.store.begin_part());
  return PartReception(desk, std::move(announced), room, std::move(incoming));
}

Result<void> PartReception::take(std::string_view bytes) {
  const auto size = part_->size() + bytes.size();
  if (size > desk_->limits.part)
    return fail({.code = ErrorCode::too_large,
                 .message = fmt::format("A part has at most {} bytes", desk_->limits.part),
                 .file = {},
                 .remedy = {}});
  if (size > room_) return refuse_upload(ErrorCode::bad_input, "beyond_end");
  return told_of_room(part_->write(bytes));
}

Result<Upload> PartReception::finish() {
  if (part_->size() == 0) return bad_input("The part is empty");
  if (part_->sha256() != announced_.sha256)
    return refuse_upload(ErrorCode::bad_input, "part_checksum");
  const auto& [id, number, offset, digest] = announced_;
  KRES_ASSIGN(const auto lock, lock_upload(*desk_, id));
  {
    KRES_ASSIGN(const auto work, desk_->services.registry.read());
    KRES_TRY(next_of(*work, announced_));  // another part of it may have come first
  }
  KRES_TRY(told_of_room(desk_->store.append(id, number, offset, *part_)));
  KRES_ASSIGN(const auto work, desk_->services.registry.write());
  KRES_TRY(work->uploads().advance(id, number, offset, offset + part_->size(),
                                   desk_->services.clock.now()));
  KRES_ASSIGN(auto upload, upload_numbered(*work, id));
  KRES_TRY(work->commit());
  return upload;
}

}  // namespace kres::workflow
