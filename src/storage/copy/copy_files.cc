#include "storage/copy/copy_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/open_file.h"

namespace kres::storage {

namespace fs = std::filesystem;

namespace {

Result<CopiedFile> copy_bytes(const OpenFile& from, OpenFile& to) {
  CopiedFile copied;
  Sha256 digest;
  std::array<char, 1 << 16> buffer;
  while (true) {
    KRES_ASSIGN(const auto bytes, from.read_at(copied.size, buffer));
    if (bytes.empty()) break;
    KRES_TRY(to.write(bytes));
    digest.update(bytes);
    copied.size += bytes.size();
  }
  copied.sha256 = digest.hex();
  return copied;
}

}  // namespace

Result<CopiedFile> copy_durably(const Path& from, const Path& to) {
  const auto source = OpenFile::open(from, OpenFile::Mode::read);
  struct stat status {};
  if (::stat(from.c_str(), &status) != 0)
    return fail({.code = ErrorCode::not_found,
                 .message = "there is no such file",
                 .file = from.string(),
                 .remedy = {}});
  if (!source) return tl::unexpected<Error>(source.error());
  KRES_TRY(make_directories(to.parent_path()));
  KRES_ASSIGN(auto target, OpenFile::temporary(to.parent_path()));
  auto copied = copy_bytes(*source, target);
  const auto moved = copied ? move_into_place(target, to) : Result<void>{};
  if (!copied || !moved) {
    ::unlink(target.path().c_str());
    return tl::unexpected<Error>(copied ? moved.error() : copied.error());
  }
  if (::chmod(to.c_str(), status.st_mode & 07777) != 0)
    return environment_error("cannot be given the rights of the original", to.string());
  copied->path = to.filename().string();
  return copied;
}

Result<std::vector<CopiedFile>> copy_folder(const Path& from, const Path& to) {
  std::vector<Path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(from, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code vanished;
    if (entry->is_regular_file(vanished)) files.push_back(entry->path().lexically_relative(from));
  }
  if (error && error != std::errc::no_such_file_or_directory)
    return environment_error("cannot be listed: " + error.message(), from.string());
  std::sort(files.begin(), files.end());
  std::vector<CopiedFile> copied;
  for (const auto& file : files) {
    auto one = copy_durably(from / file, to / file);
    if (!one && one.error().code == ErrorCode::not_found) continue;
    if (!one) return tl::unexpected<Error>(std::move(one).error());
    one->path = file.string();
    copied.push_back(std::move(*one));
  }
  return copied;
}

}  // namespace kres::storage
