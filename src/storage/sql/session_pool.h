// A few open sessions, lent to one user at a time.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "storage/sql/session.h"

namespace kres::storage {

class SessionPool {
 public:
  using Open = std::function<Result<std::unique_ptr<Session>>()>;
  using Lent = std::unique_ptr<Session, std::function<void(Session*)>>;

  SessionPool(Open open, std::size_t limit);

  // A session that has lost its server is not lent again. Opens one if all are lent and the limit
  // allows, otherwise waits. Requires: the pool outlives what it lends.
  Result<Lent> borrow();

  // Asked of the database by all sessions that were given back.
  std::int64_t statements() const;

 private:
  Lent lend(std::unique_ptr<Session> session);
  void give_back(std::unique_ptr<Session> session, std::int64_t statements);

  Open open_;
  std::size_t limit_;
  mutable std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t opened_ = 0;
  std::int64_t statements_ = 0;
  std::vector<std::unique_ptr<Session>> idle_;
};

}  // namespace kres::storage
