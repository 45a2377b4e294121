#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/system_failure.h"

namespace kres {

namespace {

// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  int close() {
    const int result = fd_ >= 0 ? ::close(fd_) : 0;
    fd_ = -1;
    return result;
  }

 private:
  int fd_;
};

Result<void> write_all(int fd, std::string_view content, const Path& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_failure("cannot write", path, errno);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace

Result<std::string> read_file(const Path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return system_failure("cannot open", path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_failure("cannot stat", path, errno);
  if (S_ISDIR(status.st_mode)) return bad_input("is a directory, not a file", path.string());
  if (!S_ISREG(status.st_mode))
    return bad_input("is a pipe or a device, not a regular file", path.string());
  std::string content;
  content.reserve(static_cast<std::size_t>(status.st_size) + 1);
  char buffer[1 << 16];
  while (true) {
    const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure("cannot read", path, errno);
    if (got == 0) return content;
    content.append(buffer, static_cast<std::size_t>(got));
  }
}

Result<void> write_file_atomic(const Path& path, std::string_view content) {
  const Path directory = path.has_parent_path() ? path.parent_path() : Path(".");
  std::string temporary = (directory / ("." + path.filename().string() + ".XXXXXX")).string();
  Descriptor file(::mkstemp(temporary.data()));
  if (file.get() < 0) return system_failure("cannot create a file in", directory, errno);
  const auto give_up = [&](tl::unexpected<Error> error) -> Result<void> {
    ::unlink(temporary.c_str());
    return error;
  };
  if (auto written = write_all(file.get(), content, path); !written)
    return give_up(fail(written.error()));
  if (::fchmod(file.get(), 0644) != 0 || ::fsync(file.get()) != 0 || file.close() != 0)
    return give_up(system_failure("cannot make durable", path, errno));
  if (::rename(temporary.c_str(), path.c_str()) != 0)
    return give_up(system_failure("cannot rename into place", path, errno));
  return sync_directory(directory);
}

Result<void> make_directories(const Path& path) {
  std::error_code code;
  std::filesystem::create_directories(path, code);
  if (code) return system_failure("cannot create directory", path, code.value());
  return {};
}

Result<void> sync_directory(const Path& path) {
  const Descriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() < 0) return system_failure("cannot open directory", path, errno);
  if (::fsync(directory.get()) != 0) return system_failure("cannot sync directory", path, errno);
  return {};
}

}  // namespace kres
