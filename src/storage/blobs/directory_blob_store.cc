#include "storage/blobs/directory_blob_store.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/digest.h"

namespace kres::storage {

using laboratory::Blob;

namespace {

bool is_digest(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

tl::unexpected<Error> damaged(const Path& path) {
  return fail({.code = ErrorCode::corrupt,
               .message = "the stored file does not match its digest",
               .file = path.string(),
               .remedy = "restore it from a backup"});
}

// Makes both levels of folders durable before a file is put into them.
Result<void> make_folders(const Path& root, const Path& folder) {
  std::error_code ignored;
  if (std::filesystem::exists(folder, ignored)) return {};
  KRES_TRY(make_directories(folder));
  KRES_TRY(sync_directory(folder.parent_path()));
  return sync_directory(root);
}

// The bytes of one file become the other's; digest and size of them.
Result<Blob> copy_into(const OpenFile& source, OpenFile& target) {
  Blob blob;
  Sha256 digest;
  std::array<char, 1 << 16> buffer;
  while (true) {
    KRES_ASSIGN(const auto piece, source.read_at(blob.size, buffer));
    if (piece.empty()) break;
    digest.update(piece);
    KRES_TRY(target.write(piece));
    blob.size += piece.size();
  }
  blob.sha256 = digest.hex();
  return blob;
}

bool holds(const Path& path, const std::string& sha256) {
  const auto digest = sha256_file(path);
  return digest && *digest == sha256;
}

}  // namespace

Result<DirectoryBlobStore> DirectoryBlobStore::open(Path directory) {
  KRES_TRY(make_directories(directory));
  return DirectoryBlobStore(std::move(directory));
}

Path DirectoryBlobStore::path_of(const std::string& sha256) const {
  return directory_ / sha256.substr(0, 2) / sha256.substr(2, 2) / sha256;
}

Result<Blob> DirectoryBlobStore::put(std::string_view bytes, std::string media_type,
                                     std::string original_name) {
  Blob blob{.sha256 = sha256_hex(bytes),
            .size = bytes.size(),
            .media_type = std::move(media_type),
            .original_name = std::move(original_name)};
  const auto path = path_of(blob.sha256);
  if (holds(path, blob.sha256)) return blob;
  KRES_TRY(make_folders(directory_, path.parent_path()));
  KRES_TRY(write_file_atomic(path, bytes));
  return blob;
}

Result<Blob> DirectoryBlobStore::put_file(const Path& file, std::string media_type) {
  KRES_ASSIGN(const auto source, OpenFile::open(file, OpenFile::Mode::read));
  KRES_ASSIGN(auto copy, OpenFile::temporary(directory_));
  auto blob = copy_into(source, copy);
  if (blob) {
    blob->media_type = std::move(media_type);
    blob->original_name = file.filename().string();
    if (auto kept = keep(copy, *blob); !kept) blob = fail(kept.error());
  }
  ::unlink(copy.path().c_str());  // it has another name by now, or shall have none
  return blob;
}

Result<void> DirectoryBlobStore::keep(OpenFile& file, const Blob& blob) {
  const auto path = path_of(blob.sha256);
  if (holds(path, blob.sha256)) return {};
  KRES_TRY(make_folders(directory_, path.parent_path()));
  return move_into_place(file, path);
}

Result<Blob> DirectoryBlobStore::take_file(const Path& file, std::string media_type,
                                           std::string original_name) {
  KRES_ASSIGN(const auto source, OpenFile::open(file, OpenFile::Mode::read));
  KRES_ASSIGN(const auto size, source.size());
  KRES_ASSIGN(auto digest, sha256_file(file));
  Blob blob{std::move(digest), size, std::move(media_type), std::move(original_name)};
  const auto path = path_of(blob.sha256);
  if (holds(path, blob.sha256)) return blob;
  KRES_TRY(make_folders(directory_, path.parent_path()));
  ::unlink(path.c_str());  // damaged, or never there
  if (::link(file.c_str(), path.c_str()) != 0) {
    KRES_ASSIGN(auto copied, put_file(file, blob.media_type));
    copied.original_name = blob.original_name;
    return copied;
  }
  KRES_TRY(sync_directory(path.parent_path()));
  return blob;
}

Result<std::string> DirectoryBlobStore::read(const std::string& sha256) const {
  if (!is_digest(sha256)) return bad_input("is not the digest of a file");
  KRES_ASSIGN(auto bytes, read_file(path_of(sha256)));
  if (sha256_hex(bytes) != sha256) return damaged(path_of(sha256));
  return bytes;
}

Result<Path> DirectoryBlobStore::locate(const std::string& sha256) const {
  if (!is_digest(sha256)) return bad_input("is not the digest of a file");
  KRES_ASSIGN(const auto digest, sha256_file(path_of(sha256)));
  if (digest != sha256) return damaged(path_of(sha256));
  return path_of(sha256);
}

Result<std::vector<std::string>> DirectoryBlobStore::list() const {
  std::vector<std::string> digests;
  std::error_code error;
  std::filesystem::recursive_directory_iterator entry(directory_, error), end;
  for (; !error && entry != end; entry.increment(error))
    if (const auto name = entry->path().filename().string();
        entry->is_regular_file(error) && is_digest(name))
      digests.push_back(name);
  if (error) return environment_error("cannot be listed: " + error.message(), directory_.string());
  std::sort(digests.begin(), digests.end());
  return digests;
}

}  // namespace kres::storage
