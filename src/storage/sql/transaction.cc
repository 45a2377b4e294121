#include "storage/sql/transaction.h"

#include <utility>

namespace kres::storage {

Result<Transaction> Transaction::begin(Session& session, Access access) {
  const bool read = access == Access::read;
  KRES_TRY(session.query(read ? "pragma query_only = on" : "pragma query_only = off"));
  KRES_TRY(session.execute(read ? "begin" : "begin immediate"));
  return Transaction(session);
}

Transaction::Transaction(Transaction&& other) noexcept
    : session_(std::exchange(other.session_, nullptr)) {}

Transaction::~Transaction() {
  // A session whose roll-back fails has lost its connection, and with it the transaction.
  if (session_) static_cast<void>(session_->execute("rollback"));
}

Result<void> Transaction::commit() {
  KRES_TRY(session_->execute("commit"));
  session_ = nullptr;
  return {};
}

}  // namespace kres::storage
