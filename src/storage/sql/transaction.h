// A transaction on a session: rolled back unless committed.
#pragma once

#include "base/error.h"
#include "storage/sql/session.h"

namespace kres::storage {

// `rows`: changes single rows that it locks itself. On SQLite the same as `write`.
enum class Access { read, rows, write };

class Transaction {
 public:
  // A write transaction takes the write lock at once and waits for other writers: on SQLite a
  // deferred one could fail at its first change after it has read, on PostgreSQL two could append
  // to one end of the audit trail. In a read transaction every change fails.
  static Result<Transaction> begin(Session& session, Access access);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Result<void> commit();  // once

 private:
  explicit Transaction(Session& session) : session_(&session) {}
  Session* session_;  // null when ended
};

}  // namespace kres::storage
