// The registry in a SQL database.
#pragma once

#include <memory>
#include <vector>

#include "base/files.h"
#include "laboratory/ports/audit_witness.h"
#include "laboratory/ports/registry.h"
#include "storage/sql/migrator.h"
#include "storage/sql/session_pool.h"
#include "storage/sql/transaction.h"
#include "storage/tables/isolate_words.h"

namespace kres::storage {

// The migrations of this program (src/storage/migrations): the same steps for either database.
Result<std::vector<Migration>> registry_migrations(Dialect dialect);

class SqlRegistry : public laboratory::Registry {
 public:
  // Opens the database, making the registry in it if asked to, and brings it to this program's
  // schema. `not_found` if there is none. Requires: the witness outlives the registry.
  enum class Missing { create, fail };
  static Result<std::unique_ptr<SqlRegistry>> open(const Database& database, Missing missing,
                                                   laboratory::AuditWitness& witness);

  using Registry::read;
  using Registry::write;
  Result<std::unique_ptr<laboratory::UnitOfWork>> read(const laboratory::Scope& scope) override;
  Result<std::unique_ptr<laboratory::UnitOfWork>> write(const laboratory::Scope& scope) override;
  Result<std::unique_ptr<laboratory::UnitOfWork>> lease() override;

  // Asked of the database by all units that have ended.
  std::int64_t statements() const { return pool_.statements(); }

 private:
  SqlRegistry(const Database& database, laboratory::AuditWitness& witness);
  Result<std::unique_ptr<laboratory::UnitOfWork>> begin(Access access,
                                                        const laboratory::Scope& scope);

  SessionPool pool_;
  IsolateWords words_;
  laboratory::AuditWitness& witness_;
};

}  // namespace kres::storage
