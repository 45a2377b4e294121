#include "app/stand_in.h"

#include <unistd.h>

namespace kres::app {

namespace {

namespace fs = std::filesystem;

// The copy can be written to, whatever the original allows.
Result<void> copy_one(const Path& from, const Path& to) {
  std::error_code error;
  if (!fs::exists(from, error)) return {};
  fs::copy_file(from, to, error);
  if (!error) fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
  if (error) return environment_error(error.message(), from.string());
  return {};
}

}  // namespace

Result<Path> stand_in_for(const Path& registry, std::optional<TemporaryFolder>& folder) {
  if (::access(registry.c_str(), F_OK) != 0 || ::access(registry.c_str(), W_OK) == 0)
    return registry;
  KRES_ASSIGN(auto made, TemporaryFolder::make());
  folder.emplace(std::move(made));
  const auto copy = folder->path();
  KRES_TRY(make_directories(copy / "keys"));
  for (const auto* name : {"config.json", "audit.head", "registry.sqlite", "registry.sqlite-wal",
                           "keys/signing.key", "copy.unfinished"})
    KRES_TRY(copy_one(registry / name, copy / name));
  std::error_code error;
  fs::create_directory_symlink(fs::absolute(registry) / "blobs", copy / "blobs", error);
  if (error) return environment_error(error.message(), copy.string());
  return copy;
}

}  // namespace kres::app
