#include "app/registry_copy.h"

#include <fmt/format.h>

#include "app/progress.h"
#include "app/registry_copy_steps.h"
#include "storage/sql/transaction.h"
#include "workflow/verify.h"

namespace kres::app {

using storage::Session;

namespace {

// The newest event of the copied trail. Fails if the trail does not hold the one that was the
// newest before.
Result<laboratory::AuditHead> copied_head(Session& session, const laboratory::AuditHead& before) {
  const auto hash_of = [&](std::int64_t sequence) {
    return session.query("select sequence, hash from audit_event where sequence = :sequence",
                         {{"sequence", sequence}});
  };
  if (before.sequence > 0) {
    KRES_ASSIGN(const auto known, hash_of(before.sequence));
    if (known.empty() || known.front().text(1) != before.hash)
      return fail({.code = ErrorCode::corrupt,
                   .message = fmt::format("the audit trail does not hold event {}, which was its "
                                          "newest: it was cut or rewritten",
                                          before.sequence),
                   .file = session.name(),
                   .remedy = "see what kres audit verify says"});
  }
  KRES_ASSIGN(const auto rows, session.query("select coalesce(max(sequence), 0) from audit_event"));
  KRES_ASSIGN(const auto last, hash_of(rows.front().integer(0)));
  if (last.empty()) return laboratory::AuditHead{};
  return laboratory::AuditHead{last.front().integer(0), last.front().text(1)};
}

}  // namespace

Result<RegistryCopy> copy_registry(const Path& from, const Path& to, const std::string& database,
                                   Writers writers) {
  KRES_TRY(check_database(database));
  KRES_TRY(require_apart(from, to));
  KRES_ASSIGN(const auto source, RegistryDirectory::open(from));  // brings it to this schema
  KRES_ASSIGN(const auto head, source->witness().remembered());
  KRES_ASSIGN(const auto claimed, claim_directory(to));
  auto settings = source->settings();
  settings.database = database;
  RegistryCopy copy;
  KRES_ASSIGN(const auto reader, Session::open(database_of(from, source->settings())));
  KRES_ASSIGN(const auto target, open_target(database_of(to, settings)));
  {
    KRES_ASSIGN(const auto moment, storage::Transaction::begin(
                                       *reader, writers == Writers::wait ? storage::Access::write
                                                                         : storage::Access::read));
    KRES_ASSIGN(copy.tables, copy_or_compare(*reader, *target, claimed));
    KRES_ASSIGN(copy.head, copied_head(*target, head));
  }
  print_step("copying the stored files");
  KRES_ASSIGN(copy.blobs, copy_blobs(from, to));
  KRES_ASSIGN(copy.files, copy_other_files(from, to));
  KRES_TRY(finish_directory(to, settings, copy.head));
  return copy;
}

Result<void> verify_copy(const Path& directory, const laboratory::AuditHead& head) {
  KRES_ASSIGN(const auto registry, RegistryDirectory::open_copy(directory));
  KRES_TRY(registry->check_signing_key());
  CountProgress progress;
  KRES_TRY(workflow::verify_registry(registry->services(), {head}, storage::verify_signature,
                                     [&](std::string_view what, std::int64_t done) {
                                       progress.show("verifying", "the copy", done, what);
                                     }));
  return {};
}

}  // namespace kres::app
