// The end of an upload: every file is verified, then all of them become a delivery together.
#include <algorithm>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/text.h"
#include "exchange/genome_files.h"
#include "workflow/attach_file.h"
#include "workflow/isolate_status.h"
#include "workflow/uploads.h"

namespace kres::workflow {

using laboratory::IsolateFile;
using laboratory::UnitOfWork;
using laboratory::Upload;
using laboratory::UploadFile;
using laboratory::UploadState;

namespace {

Result<void> take_stated(Upload& upload, const std::map<int, std::string>& stated) {
  for (auto& file : upload.files) {
    const auto given = stated.find(file.number);
    if (given != stated.end()) {
      if (!file.sha256.empty() && file.sha256 != to_lower(given->second))
        return bad_input(fmt::format("File {} was announced with another SHA-256", file.number));
      file.sha256 = to_lower(given->second);
    }
    if (file.sha256.empty())
      return bad_input(fmt::format("State the SHA-256 of file {}", file.number));
  }
  return {};
}

class Completion {
 public:
  Completion(const UploadDesk& desk, Upload upload, const std::string& person)
      : desk_(desk), upload_(std::move(upload)), person_(person) {}

  Result<Upload> run() {
    for (const auto& file : upload_.files) KRES_TRY(verify(file));
    std::vector<IsolateFile> delivery;
    for (const auto& file : upload_.files) {
      KRES_ASSIGN(auto blob,
                  desk_.services.blobs.take_file(
                      path_of(file), std::string(media_type_of(file.place.role)), file.name));
      delivery.push_back({std::move(blob), file.place, 0});
    }
    KRES_TRY(store(std::move(delivery)));
    return std::move(upload_);
  }

 private:
  Path path_of(const UploadFile& file) const {
    return desk_.store.path_of(upload_.id, file.number);
  }

  Result<void> verify(const UploadFile& file) {
    const auto digest = exchange::check_genome_file(path_of(file), file.place.role, file.name);
    if (digest && *digest == file.sha256) return {};
    if (!digest && digest.error().code != ErrorCode::bad_input)
      return fail(digest.error());  // the disk, not the file
    // A file that is not what was announced is that first, whatever else is wrong with it.
    KRES_ASSIGN(const auto plain, sha256_file(path_of(file)));
    KRES_TRY(drop(file));
    if (plain != file.sha256)
      return refuse_upload(ErrorCode::bad_input, "whole_checksum",
                           fmt::format("File {} has to be sent again", file.number));
    return refuse_upload(ErrorCode::bad_input, "not_a_genome", digest.error().text());
  }

  // Back to its beginning: nothing of it is kept.
  Result<void> drop(const UploadFile& file) {
    KRES_ASSIGN(auto work, desk_.services.registry.write());
    const auto now = desk_.services.clock.now();
    KRES_TRY(work->uploads().advance(upload_.id, file.number, file.received, 0, now));
    KRES_TRY(work->audit().append(
        {.person = person_,
         .time = now,
         .event = "upload.refused",
         .subject = upload_.accession,
         .detail = fmt::format("upload {}, file {}", upload_.id.value, file.number),
         .before_digest = {},
         .after_digest = {}}));
    KRES_TRY(work->commit());
    std::error_code ignored;
    std::filesystem::resize_file(path_of(file), 0, ignored);
    return {};
  }

  Result<void> store(std::vector<IsolateFile> delivery) {
    KRES_ASSIGN(auto work, desk_.services.registry.write());
    const auto now = desk_.services.clock.now();
    KRES_ASSIGN(auto isolate, work->isolates().find(upload_.isolate));
    KRES_ASSIGN(const auto known, work->isolates().files(isolate->id));
    KRES_ASSIGN(const bool is_new, check_new(delivery, known));
    if (is_new) {
      for (auto& file : delivery) {
        file.delivery = laboratory::next_delivery(known);
        KRES_TRY(attach_file(*work, *isolate, file, person_, now));
      }
      KRES_ASSIGN(const auto job, queue_analysis(*work, *isolate, person_, now));
      upload_.job = job.id;
    }
    upload_.state = UploadState::stored;
    upload_.changed = now;
    KRES_TRY(work->uploads().finish(upload_));
    KRES_TRY(store_with_state(*work, *isolate));
    return work->commit();
  }

  // False if the isolate has all of it already. A mixture of old and new files is no delivery.
  Result<bool> check_new(const std::vector<IsolateFile>& delivery,
                         const std::vector<IsolateFile>& known) const {
    const auto stored = std::count_if(delivery.begin(), delivery.end(), [&](const auto& file) {
      return std::any_of(known.begin(), known.end(),
                         [&](const auto& other) { return other.blob.sha256 == file.blob.sha256; });
    });
    for (std::size_t i = 1; i < delivery.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (delivery[i].blob.sha256 == delivery[j].blob.sha256)
          return refuse_upload(ErrorCode::conflict, "known", "Two of the files are the same");
    if (stored == 0) return true;
    if (stored == std::ssize(delivery)) return false;
    return refuse_upload(ErrorCode::conflict, "known", "Some of the files are stored already");
  }

  const UploadDesk& desk_;
  Upload upload_;
  const std::string& person_;
};

}  // namespace

Result<Upload> complete_upload(const UploadDesk& desk, laboratory::UploadId id,
                               const std::map<int, std::string>& stated,
                               const std::string& person) {
  Upload upload;
  const auto load = [&]() -> Result<void> {
    KRES_ASSIGN(const auto work, desk.services.registry.read());
    KRES_ASSIGN(upload, upload_numbered(*work, id));
    return {};
  };
  KRES_TRY(load());
  if (upload.state == UploadState::stored) return upload;
  if (upload.state != UploadState::open) return refuse_upload(ErrorCode::conflict, "over");
  KRES_ASSIGN(const auto lock, lock_upload(desk, id));
  KRES_TRY(load());  // as it is now that nobody else changes it
  if (upload.state == UploadState::stored) return upload;
  if (!upload.whole()) return refuse_upload(ErrorCode::conflict, "incomplete");
  KRES_TRY(take_stated(upload, stated));
  KRES_ASSIGN(auto done, Completion(desk, std::move(upload), person).run());
  if (const auto removed = desk.store.remove(id); !removed)
    log(LogLevel::warning, fmt::format("upload {}: {}", id.value, removed.error().text()));
  return done;
}

}  // namespace kres::workflow
