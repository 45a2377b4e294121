#include "storage/tables/sql_registry.h"

#include "base/embedded.h"
#include "storage/sql/server_check.h"
#include "storage/tables/unit_of_work.h"

namespace {

// There is one writer at a time; readers beyond a few would only wait for the disk.
constexpr std::size_t kSessions = 8;

}  // namespace

extern "C" const kres::EmbeddedRow kres_embedded_sqlite_migrations[];
extern "C" const kres::EmbeddedRow kres_embedded_postgresql_migrations[];

namespace kres::storage {

Result<std::vector<Migration>> registry_migrations(Dialect dialect) {
  std::vector<MigrationFile> files;
  for (const auto& file :
       embedded_files(dialect == Dialect::sqlite ? kres_embedded_sqlite_migrations
                                                 : kres_embedded_postgresql_migrations))
    files.push_back({file.path, file.content});
  return collect_migrations(files);
}

namespace {

// Opening a SQLite file would make it.
bool is_missing_file(const Database& database) {
  std::error_code ignored;
  return database.dialect == Dialect::sqlite && !std::filesystem::exists(database.address, ignored);
}

tl::unexpected<Error> no_registry(const std::string& place) {
  return fail({.code = ErrorCode::not_found,
               .message = "there is no registry here",
               .file = place,
               .remedy = "make one with `kres init DIR`"});
}

}  // namespace

Result<std::unique_ptr<SqlRegistry>> SqlRegistry::open(const Database& database, Missing missing,
                                                       laboratory::AuditWitness& witness) {
  if (missing == Missing::fail && is_missing_file(database)) return no_registry(database.address);
  KRES_ASSIGN(const auto migrations, registry_migrations(database.dialect));
  std::unique_ptr<SqlRegistry> registry(new SqlRegistry(database, witness));
  KRES_ASSIGN(const auto session, registry->pool_.borrow());
  KRES_ASSIGN(const int version, schema_version(*session));
  if (missing == Missing::fail && version == 0) return no_registry(session->name());
  KRES_TRY(check_server(*session));
  KRES_TRY(migrate(*session, migrations, static_cast<int>(migrations.size()), system_now()));
  return registry;
}

SqlRegistry::SqlRegistry(const Database& database, laboratory::AuditWitness& witness)
    : pool_([database] { return Session::open(database); }, kSessions), witness_(witness) {}

Result<std::unique_ptr<laboratory::UnitOfWork>> SqlRegistry::read(const laboratory::Scope& scope) {
  return begin(Access::read, scope);
}
Result<std::unique_ptr<laboratory::UnitOfWork>> SqlRegistry::write(const laboratory::Scope& scope) {
  return begin(Access::write, scope);
}
Result<std::unique_ptr<laboratory::UnitOfWork>> SqlRegistry::lease() {
  return begin(Access::rows, laboratory::Scope::everything());
}

Result<std::unique_ptr<laboratory::UnitOfWork>> SqlRegistry::begin(Access access,
                                                                   const laboratory::Scope& scope) {
  // A server that was started again has ended every idle session: each says so when it is used.
  for (std::size_t tries = 0;; ++tries) {
    KRES_ASSIGN(auto session, pool_.borrow());
    auto transaction = Transaction::begin(*session, access);
    if (transaction)
      return std::make_unique<SqlUnitOfWork>(std::move(session), std::move(*transaction), scope,
                                             witness_, access == Access::read ? &words_ : nullptr);
    if (!session->lost() || tries == kSessions)
      return tl::unexpected<Error>(std::move(transaction).error());
  }
}

}  // namespace kres::storage
