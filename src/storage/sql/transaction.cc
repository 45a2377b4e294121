#include "storage/sql/transaction.h"

#include <utility>

namespace kres::storage {

namespace {

// A number that no other program on the database uses: the bytes of "kres". With the schema, so
// that two registries of one database do not wait for each other.
constexpr std::int64_t kWriterLock = 0x6b726573;

Result<void> begin_on_sqlite(Session& session, bool read) {
  KRES_TRY(session.query(read ? "pragma query_only = on" : "pragma query_only = off"));
  KRES_TRY(session.execute(read ? "begin" : "begin immediate"));
  return {};
}

Result<void> begin_on_postgresql(Session& session, bool read) {
  KRES_TRY(session.execute(read ? "begin isolation level repeatable read read only"
                                : "begin isolation level read committed read write"));
  return {};
}

}  // namespace

Result<Transaction> Transaction::begin(Session& session, Access access) {
  const bool read = access == Access::read;
  if (session.dialect() == Dialect::sqlite) {
    KRES_TRY(begin_on_sqlite(session, read));
    return Transaction(session);
  }
  KRES_TRY(begin_on_postgresql(session, read));
  Transaction transaction(session);
  // Every statement of the transaction begins after the lock was got and so sees all that writers
  // before this one have committed.
  if (access == Access::write)
    KRES_TRY(
        session.query("select 1 from pg_advisory_xact_lock(cast(:key as int), "
                      "hashtext(current_schema()))",
                      {{"key", kWriterLock}}));
  return transaction;
}

Transaction::Transaction(Transaction&& other) noexcept
    : session_(std::exchange(other.session_, nullptr)) {}

Transaction::~Transaction() {
  // A session whose roll-back fails has lost its connection, and with it the transaction.
  if (session_) static_cast<void>(session_->execute("rollback"));
}

Result<void> Transaction::commit() {
  KRES_TRY(session_->waiting().run_all());
  KRES_TRY(session_->execute("commit"));
  session_ = nullptr;
  return {};
}

}  // namespace kres::storage
