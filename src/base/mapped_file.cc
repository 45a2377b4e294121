#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace kres {

Result<MappedFile> MappedFile::open(const Path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return fail({errno == ENOENT ? ErrorCode::not_found : ErrorCode::environment,
                 std::string("cannot open: ") + std::strerror(errno), path.string(), 0, ""});
  struct stat status {};
  MappedFile file;
  int code = ::fstat(fd, &status) == 0 ? 0 : errno;
  if (code == 0 && status.st_size > 0) {
    file.size_ = static_cast<std::size_t>(status.st_size);
    void* data = ::mmap(nullptr, file.size_, PROT_READ, MAP_PRIVATE, fd, 0);
    if (data == MAP_FAILED) code = errno;
    if (code == 0) file.data_ = data;
  }
  ::close(fd);
  if (code != 0)
    return environment_error(std::string("cannot map: ") + std::strerror(code), path.string());
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept { *this = std::move(other); }

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

}  // namespace kres
