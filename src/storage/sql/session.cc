#include "storage/sql/session.h"

#include <deque>

#include <fmt/format.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace kres::storage {

struct Session::Connection {
  soci::session session;
  std::string file;
};

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

tl::unexpected<Error> database_error(const soci::soci_error& error, const std::string& file) {
  // what() would also print the bound values.
  return fail({.code = code_of(error),
               .message = fmt::format("database: {}", error.get_error_message()),
               .file = file,
               .remedy = {}});
}

// Owns what a statement points to while it runs.
class Binding {
 public:
  Binding(soci::statement& statement, const Parameters& parameters) {
    for (const auto& parameter : parameters)
      std::visit([&](const auto& value) { bind(statement, value, parameter.name); },
                 parameter.value);
  }

 private:
  void bind(soci::statement& statement, std::monostate, const std::string& name) {
    texts_.emplace_back();
    statement.exchange(soci::use(texts_.back(), null_, name));
  }
  void bind(soci::statement& statement, std::int64_t value, const std::string& name) {
    integers_.push_back(value);
    statement.exchange(soci::use(integers_.back(), name));
  }
  void bind(soci::statement& statement, double value, const std::string& name) {
    reals_.push_back(value);
    statement.exchange(soci::use(reals_.back(), name));
  }
  void bind(soci::statement& statement, const std::string& value, const std::string& name) {
    texts_.push_back(value);
    statement.exchange(soci::use(texts_.back(), name));
  }

  soci::indicator null_ = soci::i_null;
  std::deque<long long> integers_;
  std::deque<double> reals_;
  std::deque<std::string> texts_;
};

Value cell_of(const soci::row& row, std::size_t column) {
  if (row.get_indicator(column) == soci::i_null) return {};
  switch (row.get_properties(column).get_data_type()) {
    case soci::dt_integer:
      return std::int64_t{row.get<int>(column)};
    case soci::dt_long_long:
      return std::int64_t{row.get<long long>(column)};
    case soci::dt_unsigned_long_long:
      return static_cast<std::int64_t>(row.get<unsigned long long>(column));
    case soci::dt_double:
      return row.get<double>(column);
    default:
      return row.get<std::string>(column);
  }
}

Row row_of(const soci::row& row) {
  std::vector<Value> cells;
  cells.reserve(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) cells.push_back(cell_of(row, i));
  return Row(std::move(cells));
}

}  // namespace

Session::Session(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::open_sqlite(const Path& file) {
  auto connection = std::make_unique<Connection>();
  connection->file = file.string();
  try {
    connection->session.open(soci::sqlite3, fmt::format("dbname=\"{}\"", file.string()));
  } catch (const soci::soci_error& error) {
    return database_error(error, file.string());
  }
  std::unique_ptr<Session> session(new Session(std::move(connection)));
  for (const auto* pragma : {"pragma busy_timeout = 30000", "pragma journal_mode = wal",
                             "pragma synchronous = full", "pragma foreign_keys = on"})
    KRES_TRY(session->query(pragma));
  return session;
}

Result<std::int64_t> Session::execute(std::string_view sql, const Parameters& parameters) {
  try {
    soci::statement statement(connection_->session);
    const Binding binding(statement, parameters);
    statement.alloc();
    statement.prepare(std::string(sql));
    statement.define_and_bind();
    statement.execute(true);
    return statement.get_affected_rows();
  } catch (const soci::soci_error& error) {
    return database_error(error, connection_->file);
  }
}

Result<void> Session::each(std::string_view sql, const Parameters& parameters,
                           const std::function<Result<void>(const Row&)>& visit) {
  try {
    soci::row row;
    soci::statement statement(connection_->session);
    const Binding binding(statement, parameters);
    statement.exchange(soci::into(row));
    statement.alloc();
    statement.prepare(std::string(sql));
    statement.define_and_bind();
    for (bool got = statement.execute(true); got; got = statement.fetch())
      KRES_TRY(visit(row_of(row)));
    return {};
  } catch (const soci::soci_error& error) {
    return database_error(error, connection_->file);
  }
}

Result<std::vector<Row>> Session::query(std::string_view sql, const Parameters& parameters) {
  std::vector<Row> rows;
  KRES_TRY(each(sql, parameters, [&](const Row& row) -> Result<void> {
    rows.push_back(row);
    return {};
  }));
  return rows;
}

}  // namespace kres::storage
