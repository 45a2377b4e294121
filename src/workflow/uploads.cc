#include "workflow/uploads.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/log.h"
#include "base/text.h"
#include "laboratory/person.h"
#include "workflow/isolate_status.h"

namespace kres::workflow {

using laboratory::FileRole;
using laboratory::UnitOfWork;
using laboratory::Upload;
using laboratory::UploadFile;
using laboratory::UploadId;
using laboratory::UploadState;

namespace {

constexpr std::size_t kLongestName = 200;  // bytes

Result<void> check_name(const std::string& name) {
  const bool bad_character = std::any_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || c == '/' || c == '\\';
  });
  if (name.empty() || name.size() > kLongestName || bad_character)
    return bad_input(fmt::format("A file name has 1 to {} bytes and no folder", kLongestName));
  if (laboratory::contains_national_identity_number(name))
    return bad_input("A file name holds a national identity number; rename the file");
  return {};
}

Result<void> check_file(const UploadFile& file, const UploadLimits& limits) {
  KRES_TRY(check_name(file.name));
  const auto most = file.place.role == FileRole::assembly ? limits.assembly : limits.reads;
  if (file.size == 0) return bad_input("A file is empty");
  if (file.size > most)
    return fail({.code = ErrorCode::too_large,
                 .message = fmt::format("{} files have at most {} bytes",
                                        laboratory::name_of(file.place.role), most),
                 .file = {},
                 .remedy = {}});
  if (!file.sha256.empty() &&
      (file.sha256.size() != 64 ||
       file.sha256.find_first_not_of("0123456789abcdef") != std::string::npos))
    return bad_input("A SHA-256 has 64 hexadecimal digits");
  return {};
}

Result<void> check_files(std::vector<UploadFile>& files, const UploadLimits& limits) {
  std::vector<laboratory::FilePlace> places;
  for (auto& file : files) {
    file.sha256 = to_lower(file.sha256);
    file.received = 0;
    KRES_TRY(check_file(file, limits));
    places.push_back(file.place);
  }
  return laboratory::check_delivery(places);
}

Result<void> check_open_uploads(UnitOfWork& work, const UploadLimits& limits,
                                const std::string& person) {
  KRES_ASSIGN(const auto open, work.uploads().all_open());
  const auto own = std::count_if(open.begin(), open.end(),
                                 [&](const Upload& upload) { return upload.created_by == person; });
  if (own >= limits.open_of_person || std::ssize(open) >= limits.open_of_all)
    return refuse_upload(ErrorCode::conflict, "too_many");
  return {};
}

Result<void> check_room(const UploadDesk& desk, std::uint64_t size) {
  KRES_ASSIGN(const auto room, desk.store.free_bytes());
  if (room >= desk.limits.reserve && room - desk.limits.reserve >= size) return {};
  return refuse_upload(ErrorCode::environment, "no_room");
}

Result<void> note(UnitOfWork& work, const Upload& upload, const std::string& person, Instant now,
                  std::string event) {
  KRES_TRY(
      work.audit().append({.person = person,
                           .time = now,
                           .event = std::move(event),
                           .subject = upload.accession,
                           .detail = fmt::format("upload {}, files {}, bytes {}", upload.id.value,
                                                 upload.files.size(), upload.size()),
                           .before_digest = {},
                           .after_digest = {}}));
  return {};
}

// Takes the bytes of an upload away; if that fails housekeeping does it later.
void forget_bytes(const UploadDesk& desk, UploadId id) {
  if (const auto removed = desk.store.remove(id); !removed)
    log(LogLevel::warning, fmt::format("upload {}: {}", id.value, removed.error().text()));
}

Result<Upload> end_upload(const UploadDesk& desk, UploadId id, UploadState state,
                          const std::string& person) {
  KRES_ASSIGN(const auto lock, lock_upload(desk, id));
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(auto upload, upload_numbered(*work, id));
  if (upload.state != UploadState::open) return refuse_upload(ErrorCode::conflict, "over");
  const auto now = desk.services.clock.now();
  upload.state = state;
  upload.changed = now;
  KRES_TRY(work->uploads().finish(upload));
  KRES_TRY(note(*work, upload, person, now,
                state == UploadState::expired ? "upload.expired" : "upload.cancelled"));
  KRES_TRY(work->commit());
  forget_bytes(desk, id);
  return upload;
}

}  // namespace

tl::unexpected<Error> refuse_upload(ErrorCode code, std::string_view why, std::string detail) {
  return fail({.code = code,
               .message = fmt::format("upload.why.{}", why),
               .file = {},
               .remedy = std::move(detail)});
}

Result<std::unique_ptr<laboratory::UploadLock>> lock_upload(const UploadDesk& desk, UploadId id) {
  auto lock = desk.store.lock(id);
  if (!lock && lock.error().code == ErrorCode::conflict)
    return refuse_upload(ErrorCode::conflict, "busy");
  return lock;
}

Result<Upload> begin_upload(const UploadDesk& desk, const std::string& accession,
                            std::vector<UploadFile> files, const std::string& person) {
  KRES_TRY(check_files(files, desk.limits));
  const auto now = desk.services.clock.now();
  Upload upload{.accession = accession,
                .created_by = person,
                .created = now,
                .changed = now,
                .files = std::move(files)};
  KRES_TRY(check_room(desk, upload.size()));
  KRES_ASSIGN(auto work, desk.services.registry.write());
  KRES_ASSIGN(const auto isolate, isolate_named(*work, accession));
  KRES_TRY(check_open_uploads(*work, desk.limits, person));
  upload.isolate = isolate.id;
  upload.accession = isolate.accession;
  KRES_ASSIGN(upload, work->uploads().add(std::move(upload)));
  KRES_TRY(note(*work, upload, person, now, "upload.begun"));
  KRES_TRY(work->commit());
  return upload;
}

Result<Upload> upload_numbered(UnitOfWork& work, UploadId id) {
  KRES_ASSIGN(auto upload, work.uploads().find(id));
  if (upload) return *std::move(upload);
  return fail({.code = ErrorCode::not_found,
               .message = "There is no such upload",
               .file = {},
               .remedy = {}});
}

Result<Upload> cancel_upload(const UploadDesk& desk, UploadId id, const std::string& person) {
  {
    KRES_ASSIGN(const auto work, desk.services.registry.read());
    KRES_TRY(upload_numbered(*work, id));
  }
  return end_upload(desk, id, UploadState::cancelled, person);
}

Result<int> remove_stale_uploads(const UploadDesk& desk) {
  KRES_ASSIGN(const auto stored, desk.store.list());
  std::vector<Upload> open;
  {
    KRES_ASSIGN(const auto work, desk.services.registry.read());
    KRES_ASSIGN(open, work->uploads().all_open());
  }
  const auto is_open = [&](UploadId id) {
    return std::any_of(open.begin(), open.end(), [&](const auto& one) { return one.id == id; });
  };
  // Listed before the open ones were asked for: none of these can have begun since.
  for (const auto id : stored)
    if (!is_open(id)) forget_bytes(desk, id);
  int ended = 0;
  const auto stale = desk.services.clock.now() - desk.limits.age;
  for (const auto& upload : open) {
    if (upload.changed >= stale) continue;
    const auto done =
        end_upload(desk, upload.id, UploadState::expired, std::string(laboratory::kSystemUser));
    ended += done ? 1 : 0;
    if (!done)
      log(LogLevel::warning, fmt::format("upload {}: {}", upload.id.value, done.error().text()));
  }
  return ended;
}

}  // namespace kres::workflow
