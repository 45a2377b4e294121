// One connection to the database: whole statements with bound, named values.
//
// The SQL library is known only to this folder's sources. Errors carry the database's own message
// and never the bound values: those may belong to a patient.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "storage/sql/database.h"
#include "storage/sql/later_writes.h"
#include "storage/sql/parameters.h"
#include "storage/sql/row.h"

namespace kres::storage {

struct Connection;

// Used by one thread at a time.
class Session {
 public:
  // Opens or creates a SQLite file: write-ahead log, every commit synced to disk, foreign keys on.
  static Result<std::unique_ptr<Session>> open_sqlite(const Path& file);
  // Connects to a server: every commit synced to disk. `bad_input` if the address holds a password:
  // that comes from PGPASSFILE, ~/.pgpass or a service file.
  static Result<std::unique_ptr<Session>> open_postgresql(const std::string& address);
  static Result<std::unique_ptr<Session>> open(const Database& database);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  Dialect dialect() const;
  const std::string& name() const;  // for errors: the file, or the server's host and database

  // Whether the server has ended the connection, as far as known: it is of no more use.
  bool lost() const;

  // Asked of the database so far.
  std::int64_t statements() const;

  WaitingWrites& waiting() { return waiting_; }

  // `conflict` when a constraint refuses the change.
  Result<std::int64_t> execute(std::string_view sql, const Parameters& parameters = {});
  Result<std::vector<Row>> query(std::string_view sql, const Parameters& parameters = {});
  // One row at a time, however many there are; ends at the first error of `visit`. Requires: a
  // transaction.
  using VisitRow = std::function<Result<void>(const Row&)>;
  Result<void> each(std::string_view sql, const Parameters& parameters, const VisitRow& visit);

 private:
  Result<void> visit_rows(const std::string& sql, const Parameters& parameters,
                          const VisitRow& visit);
  Result<void> visit_portions(std::string_view sql, const Parameters& parameters,
                              const VisitRow& visit);
  explicit Session(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
  WaitingWrites waiting_;
};

}  // namespace kres::storage
