#include "storage/uploads/directory_upload_store.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/open_file.h"
#include "base/text.h"

namespace kres::storage {

using laboratory::IncomingPart;
using laboratory::UploadId;
using laboratory::UploadLock;

namespace {

class PartFile : public IncomingPart {
 public:
  explicit PartFile(OpenFile file) : file_(std::move(file)) {}

  Result<void> write(std::string_view bytes) override {
    KRES_TRY(file_.write(bytes));
    digest_.update(bytes);
    size_ += bytes.size();
    return {};
  }
  std::uint64_t size() const override { return size_; }
  std::string sha256() override { return digest_.hex(); }

  Result<void> copy_to(OpenFile& target, std::uint64_t offset) const {
    std::array<char, 1 << 16> buffer;
    for (std::uint64_t at = 0; at < size_;) {
      KRES_ASSIGN(const auto piece, file_.read_at(at, buffer));
      if (piece.empty()) return environment_error("a part ended early", file_.path().string());
      KRES_TRY(target.write_at(offset + at, piece));
      at += piece.size();
    }
    return {};
  }

 private:
  OpenFile file_;
  Sha256 digest_;
  std::uint64_t size_ = 0;
};

class FileLock : public UploadLock {
 public:
  explicit FileLock(OpenFile file) : file_(std::move(file)) {}

 private:
  OpenFile file_;
};

}  // namespace

Result<DirectoryUploadStore> DirectoryUploadStore::open(Path directory) {
  KRES_TRY(make_directories(directory));
  return DirectoryUploadStore(std::move(directory));
}

Path DirectoryUploadStore::folder_of(UploadId upload) const {
  return directory_ / std::to_string(upload.value);
}

Path DirectoryUploadStore::path_of(UploadId upload, int file) const {
  return folder_of(upload) / std::to_string(file);
}

Result<std::unique_ptr<IncomingPart>> DirectoryUploadStore::begin_part() {
  KRES_ASSIGN(auto file, OpenFile::nameless(directory_));
  return std::make_unique<PartFile>(std::move(file));
}

Result<std::unique_ptr<UploadLock>> DirectoryUploadStore::lock(UploadId upload) {
  const auto folder = folder_of(upload);
  std::error_code ignored;
  if (!std::filesystem::exists(folder, ignored)) {
    KRES_TRY(make_directories(folder));
    KRES_TRY(sync_directory(directory_));
  }
  KRES_ASSIGN(auto file, OpenFile::open(folder / "lock", OpenFile::Mode::update));
  KRES_ASSIGN(const bool mine, file.lock());
  if (!mine)
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("upload {} is being worked on", upload.value),
                 .file = {},
                 .remedy = "try again in a moment"});
  return std::make_unique<FileLock>(std::move(file));
}

Result<void> DirectoryUploadStore::append(UploadId upload, int file, std::uint64_t offset,
                                          IncomingPart& part) {
  const auto path = path_of(upload, file);
  std::error_code ignored;
  const bool is_new = !std::filesystem::exists(path, ignored);
  KRES_ASSIGN(auto target, OpenFile::open(path, OpenFile::Mode::update));
  KRES_ASSIGN(const auto size, target.size());
  if (size < offset)
    return fail({.code = ErrorCode::corrupt,
                 .message = fmt::format("{} bytes are there instead of {}", size, offset),
                 .file = path.string(),
                 .remedy = "cancel the upload and send the files again"});
  KRES_TRY(target.truncate(offset));
  auto copied = static_cast<const PartFile&>(part).copy_to(target, offset);
  if (!copied) {
    KRES_TRY(target.truncate(offset));
    return copied;
  }
  KRES_TRY(target.sync());
  return is_new ? sync_directory(path.parent_path()) : Result<void>();
}

Result<void> DirectoryUploadStore::remove(UploadId upload) {
  std::error_code error;
  std::filesystem::remove_all(folder_of(upload), error);
  if (error)
    return environment_error("cannot be removed: " + error.message(), folder_of(upload).string());
  return {};
}

Result<std::vector<UploadId>> DirectoryUploadStore::list() const {
  std::vector<UploadId> uploads;
  std::error_code error;
  std::filesystem::directory_iterator entry(directory_, error), end;
  for (; !error && entry != end; entry.increment(error))
    if (const auto number = parse_int(entry->path().filename().string()); number && *number > 0)
      uploads.push_back({*number});
  if (error) return environment_error("cannot be listed: " + error.message(), directory_.string());
  std::sort(uploads.begin(), uploads.end());
  return uploads;
}

Result<std::uint64_t> DirectoryUploadStore::free_bytes() const {
  std::error_code error;
  const auto space = std::filesystem::space(directory_, error);
  if (error) return environment_error("cannot be asked: " + error.message(), directory_.string());
  return space.available;
}

}  // namespace kres::storage
