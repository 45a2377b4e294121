// A transaction on a session: rolled back unless committed.
#pragma once

#include "base/error.h"
#include "storage/sql/session.h"

namespace kres::storage {

enum class Access { read, write };

class Transaction {
 public:
  // A write transaction takes the write lock at once: a deferred one could fail at its first change
  // after it has read. In a read transaction every change fails.
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
