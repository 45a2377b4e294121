#include "batch/table_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace kres::batch {

namespace {

constexpr std::size_t kBuffer = 1 << 16;

}  // namespace

TableFile::TableFile(Path path, Path temporary, int descriptor)
    : path_(std::move(path)), temporary_(std::move(temporary)), descriptor_(descriptor) {}

TableFile::TableFile(TableFile&& other) noexcept { *this = std::move(other); }

TableFile& TableFile::operator=(TableFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(temporary_, other.temporary_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(buffer_, other.buffer_);
  return *this;
}

TableFile::~TableFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

Error TableFile::failure(int code) const {
  return {ErrorCode::environment, fmt::format("cannot write: {}", std::strerror(code)),
          path_.string(), 0,
          code == ENOSPC ? "free some disk space and give the same command again" : ""};
}

Result<TableFile> TableFile::create(const Path& path) {
  const Path temporary = path.parent_path() / ("." + path.filename().string() + ".part");
  const int descriptor =
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
  TableFile file(path, temporary, descriptor);
  if (descriptor < 0) return fail(file.failure(errno));
  return file;
}

Result<void> TableFile::write(std::string_view text) {
  buffer_ += text;
  return buffer_.size() < kBuffer ? Result<void>{} : flush();
}

Result<void> TableFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const auto written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail(failure(errno));
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
  return {};
}

Result<void> TableFile::publish() {
  KRES_TRY(flush());
  if (::fsync(descriptor_) != 0) return fail(failure(errno));
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) return fail(failure(errno));
  ::close(std::exchange(descriptor_, -1));
  return sync_directory(path_.parent_path());
}

}  // namespace kres::batch
