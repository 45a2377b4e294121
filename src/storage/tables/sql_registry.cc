#include "storage/tables/sql_registry.h"

#include "base/embedded.h"
#include "storage/tables/unit_of_work.h"

namespace {

// SQLite has one writer at a time; readers beyond a few would only wait for the disk.
constexpr std::size_t kSessions = 8;

}  // namespace

extern "C" const kres::EmbeddedRow kres_embedded_migrations[];

namespace kres::storage {

Result<std::vector<Migration>> registry_migrations() {
  std::vector<MigrationFile> files;
  for (const auto& file : embedded_files(kres_embedded_migrations))
    files.push_back({file.path, file.content});
  return collect_migrations(files);
}

Result<std::unique_ptr<SqlRegistry>> SqlRegistry::open_sqlite(const Path& file, Missing missing,
                                                              laboratory::AuditWitness& witness) {
  std::error_code ignored;
  if (missing == Missing::fail && !std::filesystem::exists(file, ignored))
    return fail({.code = ErrorCode::not_found,
                 .message = "there is no registry here",
                 .file = file.string(),
                 .remedy = "make one with `kres init DIR`"});
  KRES_ASSIGN(const auto migrations, registry_migrations());
  std::unique_ptr<SqlRegistry> registry(new SqlRegistry(file, witness));
  KRES_ASSIGN(const auto session, registry->pool_.borrow());
  KRES_TRY(migrate(*session, migrations, static_cast<int>(migrations.size()), system_now()));
  return registry;
}

SqlRegistry::SqlRegistry(const Path& file, laboratory::AuditWitness& witness)
    : pool_([file] { return Session::open_sqlite(file); }, kSessions), witness_(witness) {}

Result<std::unique_ptr<laboratory::UnitOfWork>> SqlRegistry::read() { return begin(Access::read); }
Result<std::unique_ptr<laboratory::UnitOfWork>> SqlRegistry::write() {
  return begin(Access::write);
}

Result<std::unique_ptr<laboratory::UnitOfWork>> SqlRegistry::begin(Access access) {
  KRES_ASSIGN(auto session, pool_.borrow());
  KRES_ASSIGN(auto transaction, Transaction::begin(*session, access));
  return std::make_unique<SqlUnitOfWork>(std::move(session), std::move(transaction), witness_);
}

}  // namespace kres::storage
