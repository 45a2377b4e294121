#include "app/registry_restore.h"

#include <fmt/format.h>

#include "app/progress.h"
#include "app/registry_copy_steps.h"
#include "storage/sql/transaction.h"

namespace kres::app {

using storage::CopiedFile;
using storage::Session;

namespace {

// Files of the backup that differ from the manifest, are missing or too many.
Result<void> require_files(const std::vector<CopiedFile>& expected,
                           const std::vector<CopiedFile>& found, const Path& backup) {
  const auto refuse = [&](const CopiedFile& file, std::string_view what) {
    return fail({.code = ErrorCode::corrupt,
                 .message = fmt::format("the file {}", what),
                 .file = (backup / file.path).string(),
                 .remedy = "use another backup"});
  };
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (i >= found.size() || found[i].path > expected[i].path)
      return refuse(expected[i], "is missing from the backup");
    if (found[i].path < expected[i].path) return refuse(found[i], "does not belong to the backup");
    if (found[i] != expected[i]) return refuse(found[i], "is not as it was when it was backed up");
  }
  if (found.size() > expected.size())
    return refuse(found[expected.size()], "does not belong to the backup");
  return {};
}

// The records of a backup stand in a SQLite file, with a log beside it if somebody has looked.
Result<void> copy_record_files(const Path& backup, const Path& to) {
  std::error_code ignored;
  for (const auto* name : {"registry.sqlite", "registry.sqlite-wal"}) {
    std::filesystem::remove(to / name, ignored);
    if (std::filesystem::exists(backup / name, ignored))
      KRES_TRY(storage::copy_durably(backup / name, to / name));
  }
  return {};
}

Result<void> require_records(Session& session, const RegistryCopy& expected) {
  KRES_ASSIGN(const auto transaction, storage::Transaction::begin(session, storage::Access::read));
  CountProgress progress;
  KRES_ASSIGN(const auto found,
              storage::summarize_records(session, [&](std::string_view table, std::int64_t rows) {
                progress.show("comparing", table, rows, "rows");
              }));
  return storage::require_same(expected.tables, found, session.name());
}

// Moves the records from the SQLite file to the server.
Result<void> move_to_server(const Path& file, const storage::Database& database, Claimed claimed) {
  {
    KRES_ASSIGN(const auto from, open_target(storage::Database::at(file.string())));
    KRES_ASSIGN(const auto to, open_target(database));
    KRES_ASSIGN(const auto moment, storage::Transaction::begin(*from, storage::Access::read));
    KRES_TRY(copy_or_compare(*from, *to, claimed));
  }
  std::error_code error;
  for (const auto* suffix : {"", "-wal", "-shm"})
    std::filesystem::remove(file.string() + suffix, error);
  if (error) return environment_error("cannot be removed: " + error.message(), file.string());
  return {};
}

}  // namespace

Result<RegistryCopy> restore_registry(const Path& backup, const Path& to,
                                      const std::string& database) {
  KRES_TRY(check_database(database));
  KRES_TRY(require_apart(backup, to));
  KRES_ASSIGN(const auto manifest, read_manifest(backup));
  KRES_ASSIGN(auto settings, read_settings(backup));
  settings.database = database;
  const auto& expected = manifest.content;
  KRES_ASSIGN(const auto claimed, claim_directory(to));
  KRES_TRY(copy_record_files(backup, to));
  {
    KRES_ASSIGN(const auto copied, Session::open_sqlite(to / "registry.sqlite"));
    KRES_TRY(require_records(*copied, expected));
  }
  KRES_ASSIGN(const auto files, copy_other_files(backup, to));
  KRES_TRY(require_files(expected.files, files, backup));
  KRES_ASSIGN(const auto blobs, copy_blobs(backup, to));
  KRES_TRY(require_files(expected.blobs, blobs, backup / "blobs"));
  if (!database.empty())
    KRES_TRY(move_to_server(to / "registry.sqlite", database_of(to, settings), claimed));
  KRES_TRY(finish_directory(to, settings, expected.head));
  KRES_TRY(verify_copy(to, expected.head));
  KRES_TRY(release_directory(to));
  return expected;
}

}  // namespace kres::app
