#include "base/open_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/system_failure.h"

namespace kres {

namespace {

// All of the bytes, in as many calls as it takes.
template <class Write>
Result<void> write_all(std::string_view bytes, const Path& path, Write write) {
  while (!bytes.empty()) {
    const ssize_t written = write(bytes);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_failure("cannot write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace

Result<OpenFile> OpenFile::open(const Path& path, Mode mode) {
  const int flags = mode == Mode::read ? O_RDONLY : O_RDWR | O_CREAT;
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (descriptor < 0) return system_failure("cannot open", path, errno);
  return OpenFile(path, descriptor);
}

Result<OpenFile> OpenFile::temporary(const Path& directory) {
  std::string name = (directory / ".incoming.XXXXXX").string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) return system_failure("cannot create a file in", directory, errno);
  return OpenFile(name, descriptor);
}

Result<OpenFile> OpenFile::nameless(const Path& directory) {
  const int descriptor = ::open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) return OpenFile(directory, descriptor);
  auto file = temporary(directory);  // not every file system has files without a name
  if (file) ::unlink(file->path_.c_str());
  return file;
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> OpenFile::write(std::string_view bytes) {
  return write_all(bytes, path_, [this](std::string_view left) {
    return ::write(descriptor_, left.data(), left.size());
  });
}

Result<void> OpenFile::write_at(std::uint64_t offset, std::string_view bytes) {
  const auto* begin = bytes.data();
  return write_all(bytes, path_, [&](std::string_view left) {
    return ::pwrite(descriptor_, left.data(), left.size(),
                    static_cast<off_t>(offset) + (left.data() - begin));
  });
}

Result<std::string_view> OpenFile::read_at(std::uint64_t offset, std::span<char> buffer) const {
  while (true) {
    const ssize_t got =
        ::pread(descriptor_, buffer.data(), buffer.size(), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure("cannot read", path_, errno);
    return std::string_view(buffer.data(), static_cast<std::size_t>(got));
  }
}

Result<std::uint64_t> OpenFile::size() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) return system_failure("cannot stat", path_, errno);
  return static_cast<std::uint64_t>(status.st_size);
}

Result<void> OpenFile::truncate(std::uint64_t size) {
  if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0)
    return system_failure("cannot cut", path_, errno);
  return {};
}

Result<void> OpenFile::sync() {
  if (::fsync(descriptor_) != 0) return system_failure("cannot make durable", path_, errno);
  return {};
}

Result<bool> OpenFile::lock() {
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return true;
  if (errno == EWOULDBLOCK) return false;
  return system_failure("cannot lock", path_, errno);
}

Result<void> move_into_place(OpenFile& file, const Path& path) {
  if (::chmod(file.path().c_str(), 0644) != 0)
    return system_failure("cannot make readable", file.path(), errno);
  KRES_TRY(file.sync());
  if (::rename(file.path().c_str(), path.c_str()) != 0)
    return system_failure("cannot rename into place", path, errno);
  return sync_directory(path.has_parent_path() ? path.parent_path() : Path("."));
}

}  // namespace kres
