#include "app/registry_copy_steps.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "app/progress.h"
#include "base/files.h"
#include "storage/sql/server_check.h"
#include "storage/sql/transaction.h"
#include "storage/trust/audit_head_file.h"

namespace kres::app {

using storage::Session;

namespace {

// What the copy writes itself, or what belongs to the moment.
constexpr std::array<std::string_view, 9> kNotCopied{
    "registry.sqlite", "registry.sqlite-wal", "registry.sqlite-shm", "audit.head",
    "audit.head.lock", "config.json",         "manifest.json",       "blobs",
    kUnfinishedCopy};

// In one step: a kill leaves either the mark or an empty directory, never a temporary file that
// makes the directory neither empty nor ours.
Result<void> create_mark(const Path& directory) {
  const auto path = (directory / kUnfinishedCopy).string();
  const int mark = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
  if (mark < 0) return environment_error(std::strerror(errno), path);
  ::close(mark);
  return sync_directory(directory);
}

}  // namespace

Result<void> require_apart(const Path& from, const Path& to) {
  std::error_code error;
  const auto source = std::filesystem::weakly_canonical(from, error);
  const auto target = std::filesystem::weakly_canonical(to, error);
  if (error) return environment_error(error.message(), to.string());
  const auto common = std::mismatch(source.begin(), source.end(), target.begin(), target.end());
  if (common.first != source.end()) return {};
  return bad_input("the directory lies within the one that is copied", to.string(), 0,
                   "name one outside of it");
}

Result<Claimed> claim_directory(const Path& directory) {
  KRES_TRY(make_directories(directory));
  std::error_code error;
  std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
  const bool ours = std::filesystem::exists(directory / kUnfinishedCopy, error);
  if (!ours && !std::filesystem::is_empty(directory, error))
    return fail({.code = ErrorCode::conflict,
                 .message = "the directory is not empty",
                 .file = directory.string(),
                 .remedy = "name a new one"});
  KRES_TRY(create_mark(directory));
  return ours ? Claimed::interrupted : Claimed::fresh;
}

Result<std::unique_ptr<Session>> open_target(const storage::Database& database) {
  KRES_ASSIGN(auto session, Session::open(database));
  if (database.dialect == storage::Dialect::sqlite)  // indices grow in the order of other columns
    KRES_TRY(session->query("pragma cache_size = -262144"));  // KiB
  KRES_TRY(storage::check_server(*session));
  KRES_ASSIGN(const auto migrations, storage::registry_migrations(database.dialect));
  KRES_TRY(
      storage::migrate(*session, migrations, static_cast<int>(migrations.size()), system_now()));
  return session;
}

Result<std::vector<storage::TableSummary>> copy_or_compare(Session& from, Session& to,
                                                           Claimed claimed) {
  KRES_ASSIGN(const bool empty, storage::is_without_records(to));
  CountProgress progress;
  const auto show = [&](std::string_view step) {
    return [&progress, step](std::string_view table, std::int64_t rows) {
      progress.show(step, table, rows, "rows");
    };
  };
  if (empty || claimed == Claimed::fresh) {
    KRES_ASSIGN(auto copied,
                storage::copy_records(from, to, show("copying"), show("reading back")));
    KRES_TRY(storage::count_records(to));
    return copied;
  }
  KRES_ASSIGN(const auto transaction, storage::Transaction::begin(to, storage::Access::read));
  KRES_ASSIGN(auto expected, storage::summarize_records(from, show("reading")));
  KRES_ASSIGN(const auto found, storage::summarize_records(to, show("comparing")));
  if (expected == found) return expected;
  return fail({.code = ErrorCode::conflict,
               .message = "the database has other records already",
               .file = to.name(),
               .remedy = "name an empty one"});
}

Result<std::vector<storage::CopiedFile>> copy_blobs(const Path& from, const Path& to) {
  KRES_ASSIGN(auto blobs, storage::copy_folder(from / "blobs", to / "blobs"));
  // A file on its way into the store has another name.
  std::erase_if(blobs, [&](const storage::CopiedFile& blob) {
    if (Path(blob.path).filename().string().size() == 64) return false;
    std::error_code ignored;
    std::filesystem::remove(to / "blobs" / blob.path, ignored);
    return true;
  });
  for (const auto& blob : blobs)
    if (Path(blob.path).filename() != blob.sha256)
      return fail({.code = ErrorCode::corrupt,
                   .message = "the file's bytes are not those of its name: it is damaged",
                   .file = (from / "blobs" / blob.path).string(),
                   .remedy = "put it back from an earlier backup"});
  return blobs;
}

Result<std::vector<storage::CopiedFile>> copy_other_files(const Path& from, const Path& to) {
  std::vector<storage::CopiedFile> copied;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(from, error)) {
    const auto name = entry.path().filename().string();
    if (std::find(kNotCopied.begin(), kNotCopied.end(), name) != kNotCopied.end()) continue;
    if (name.starts_with('.')) continue;  // write_file_atomic()'s, until it has its own name
    std::error_code gone;
    if (entry.is_directory(gone)) {
      KRES_ASSIGN(const auto files, storage::copy_folder(entry.path(), to / name));
      for (auto file : files) {
        file.path = name + "/" + file.path;
        copied.push_back(std::move(file));
      }
    } else if (entry.is_regular_file(gone)) {
      auto file = storage::copy_durably(entry.path(), to / name);
      if (!file && file.error().code == ErrorCode::not_found) continue;  // it was on its way
      if (!file) return tl::unexpected<Error>(std::move(file).error());
      copied.push_back(std::move(*file));
    }
  }
  if (error) return environment_error("cannot be listed: " + error.message(), from.string());
  std::sort(copied.begin(), copied.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return copied;
}

Result<void> finish_directory(const Path& directory, const RegistrySettings& settings,
                              const laboratory::AuditHead& head) {
  // What an interrupted copy of a later registry remembered is not this one's.
  std::error_code ignored;
  std::filesystem::remove(directory / "audit.head", ignored);
  storage::AuditHeadFile witness(directory / "audit.head");
  KRES_TRY(witness.remember(head));
  return write_settings(directory, settings);
}

Result<void> release_directory(const Path& directory) {
  const auto mark = directory / kUnfinishedCopy;
  std::error_code error;
  if (!std::filesystem::remove(mark, error))
    return environment_error("cannot be removed", mark.string());
  return sync_directory(directory);
}

}  // namespace kres::app
