#include "storage/trust/audit_head_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/text.h"

namespace kres::storage {

using laboratory::AuditHead;

namespace {

// Held until it goes out of scope.
class FileLock {
 public:
  explicit FileLock(const Path& path)
      : fd_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    held_ = fd_ >= 0 && ::flock(fd_, LOCK_EX) == 0;
  }
  ~FileLock() {
    if (fd_ >= 0) ::close(fd_);
  }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  bool held() const { return held_; }

 private:
  int fd_;
  bool held_;
};

}  // namespace

std::string head_text(const AuditHead& head) {
  return fmt::format("{} {}\n", head.sequence, head.hash);
}

Result<AuditHead> head_from_text(std::string_view text, const std::string& name) {
  const auto parts = split(trim(text), ' ');
  const auto sequence = parse_int(parts.front());
  if (parts.size() != 2 || !sequence || *sequence < 0 || parts[1].size() != 64)
    return fail({.code = ErrorCode::corrupt,
                 .message = "is not the head of an audit trail (number and hash)",
                 .file = name,
                 .remedy = {}});
  return AuditHead{*sequence, std::string(parts[1])};
}

Result<AuditHead> AuditHeadFile::remembered() const {
  std::error_code ignored;
  if (!std::filesystem::exists(file_, ignored)) return AuditHead{};
  KRES_ASSIGN(const auto text, read_file(file_));
  return head_from_text(text, file_.string());
}

Result<void> AuditHeadFile::remember(const AuditHead& head) {
  const std::lock_guard in_process(mutex_);
  const FileLock lock(file_.string() + ".lock");
  if (!lock.held()) return environment_error("cannot be locked", file_.string());
  KRES_ASSIGN(const auto known, remembered());
  if (known.sequence >= head.sequence) return {};
  return write_file_atomic(file_, head_text(head));
}

}  // namespace kres::storage
