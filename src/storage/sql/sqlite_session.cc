// Opens SQLite files and reads SQLite's errors.
#include <string_view>

#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "storage/sql/connection.h"
#include "storage/sql/session.h"

namespace kres::storage {

namespace {

ErrorCode code_of(const soci::soci_error& error) {
  const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
  if (!sqlite) return ErrorCode::internal;
  switch (sqlite->result()) {
    case SQLITE_CONSTRAINT:
      return ErrorCode::conflict;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorCode::corrupt;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
      return ErrorCode::internal;
    default:  // busy, full, read-only, cannot open, input/output
      return ErrorCode::environment;
  }
}

}  // namespace

tl::unexpected<Error> sqlite_error(const soci::soci_error& error, const std::string& name) {
  // what() would also print the bound values; the library's own function stands before the message.
  const std::string text = error.get_error_message();
  std::string_view message = text;
  if (const auto own = message.find("::"); own != std::string_view::npos)
    if (const auto end = message.find(": ", own); end != std::string_view::npos)
      message.remove_prefix(end + 2);
  const auto code = code_of(error);
  return fail({.code = code,
               .message = fmt::format("database: {}", message),
               .file = name,
               .remedy = code == ErrorCode::environment
                             ? "see that the disk has room and can be written to, then try again"
                             : ""});
}

Result<std::unique_ptr<Session>> Session::open_sqlite(const Path& file) {
  auto connection = std::make_unique<Connection>();
  connection->dialect = Dialect::sqlite;
  connection->name = file.string();
  try {
    connection->session.open(soci::sqlite3, fmt::format("dbname=\"{}\"", file.string()));
  } catch (const soci::soci_error& error) {
    return sqlite_error(error, file.string());
  }
  std::unique_ptr<Session> session(new Session(std::move(connection)));
  for (const auto* pragma :
       {"pragma busy_timeout = 30000", "pragma journal_mode = wal", "pragma synchronous = full",
        "pragma foreign_keys = on", "pragma cache_size = -32768"})
    KRES_TRY(session->query(pragma));
  return session;
}

}  // namespace kres::storage
