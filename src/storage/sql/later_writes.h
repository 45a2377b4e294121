// Rows that wait to be written together: with a server, each statement costs more than its rows.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/error.h"

namespace kres::storage {

class LaterWrites;

// All that waits in a session.
class WaitingWrites {
 public:
  Result<void> run_before(const std::string& sql);
  Result<void> run_all();

 private:
  friend class LaterWrites;
  std::vector<LaterWrites*> all_;
};

// While it stands, `write` is called before each statement whose text names one of the tables, and
// before the transaction is committed, so that nobody meets a table without its rows. What waits
// when the transaction is rolled back is the owner's to forget.
class LaterWrites {
 public:
  using Write = std::function<Result<void>()>;

  // `others`: of the session (Session::waiting()), which outlives it.
  LaterWrites(WaitingWrites& others, std::vector<std::string> tables, Write write);
  ~LaterWrites();
  LaterWrites(const LaterWrites&) = delete;
  LaterWrites& operator=(const LaterWrites&) = delete;

  // Once, though `write` itself asks statements that name its tables.
  Result<void> run();

 private:
  friend class WaitingWrites;
  bool concerns(const std::string& sql) const;

  WaitingWrites& others_;
  std::vector<std::string> tables_;
  Write write_;
  bool running_ = false;
};

}  // namespace kres::storage
