#include "sequence/raw_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace kres::sequence {

namespace {

tl::unexpected<Error> cannot(const char* what, int code, const std::string& name) {
  return fail({code == ENOENT ? ErrorCode::not_found : ErrorCode::environment,
               std::string("cannot ") + what + ": " + std::strerror(code), name, 0,
               code == ENOENT ? "check the file's name and its folder" : ""});
}

}  // namespace

Result<RawFile> RawFile::open(const Path& path, std::size_t piece_bytes) {
  RawFile file;
  file.piece_bytes_ = piece_bytes;
  file.name_ = path.string();
  file.descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file.descriptor_ < 0) return cannot("open", errno, file.name_);
  struct stat status {};
  if (::fstat(file.descriptor_, &status) != 0) return cannot("open", errno, file.name_);
  if (!S_ISREG(status.st_mode))
    return bad_input("is not a regular file", file.name_, 0, "store the reads in a file first");
  file.size_ = static_cast<std::uint64_t>(status.st_size);
  ::posix_fadvise(file.descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);
  return file;
}

RawFile RawFile::of(std::string bytes, std::string name, std::size_t piece_bytes) {
  RawFile file;
  file.piece_bytes_ = piece_bytes;
  file.name_ = std::move(name);
  file.size_ = bytes.size();
  file.memory_ = std::move(bytes);
  return file;
}

RawFile::RawFile(RawFile&& other) noexcept { *this = std::move(other); }

RawFile& RawFile::operator=(RawFile&& other) noexcept {
  std::swap(name_, other.name_);
  std::swap(memory_, other.memory_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  std::swap(piece_bytes_, other.piece_bytes_);
  std::swap(buffer_, other.buffer_);
  std::swap(digest_, other.digest_);
  std::swap(undigested_, other.undigested_);
  std::swap(digested_, other.digested_);
  return *this;
}

RawFile::~RawFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<std::size_t> RawFile::read_at(std::uint64_t position, char* to, std::size_t count) {
  count = static_cast<std::size_t>(std::min<std::uint64_t>(count, size_ - position));
  if (descriptor_ < 0) {
    memory_.copy(to, count, static_cast<std::size_t>(position));
    return count;
  }
  for (std::size_t done = 0; done < count;) {
    const ssize_t got =
        ::pread(descriptor_, to + done, count - done, static_cast<off_t>(position + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot("read", errno, name_);
    if (got == 0)
      return environment_error("the file became shorter while it was read", name_,
                               "wait until it is written");
    done += static_cast<std::size_t>(got);
  }
  return count;
}

Result<std::string_view> RawFile::from(std::uint64_t position) {
  if (!buffer_) buffer_ = std::make_unique<char[]>(kBefore + piece_bytes_);
  digest_some(undigested_.size());
  const auto before = static_cast<std::size_t>(std::min<std::uint64_t>(position, kBefore));
  char* const start = buffer_.get() + kBefore;
  KRES_ASSIGN(const std::size_t count,
              read_at(position - before, start - before, before + piece_bytes_));
  const std::string_view piece(start, count - before);
  const std::uint64_t end = position + piece.size();
  if (position <= digested_ && digested_ < end) {
    undigested_ = piece.substr(static_cast<std::size_t>(digested_ - position));
    digested_ = end;
  }
  return piece;
}

void RawFile::digest_some(std::size_t bytes) {
  bytes = std::min(bytes, undigested_.size());
  digest_->update(undigested_.substr(0, bytes));
  undigested_.remove_prefix(bytes);
}

std::string RawFile::sha256() {
  digest_some(undigested_.size());
  return digest_->hex();
}

}  // namespace kres::sequence
