#include "storage/sql/session.h"

#include <deque>
#include <optional>

#include "storage/sql/connection.h"

namespace kres::storage {

namespace {

tl::unexpected<Error> database_error(const soci::soci_error& error, Connection& connection) {
  if (connection.dialect == Dialect::sqlite) return sqlite_error(error, connection.name);
  connection.lost = connection.lost || !connection.session.is_connected();
  return postgresql_error(error, connection.name);
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

// PostgreSQL's texts end at a NUL, which would be taken for the whole.
Result<void> check_texts(const Parameters& parameters) {
  for (const auto& parameter : parameters)
    if (const auto* text = std::get_if<std::string>(&parameter.value))
      if (text->find('\0') != std::string::npos)
        return bad_input("a text holds a NUL character", {}, 0, "remove it");
  return {};
}

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

// A statement whose values are bound: the one that the server keeps, or one for this time.
class Asked {
 public:
  Asked(Connection& connection, const std::string& sql, const Parameters& parameters,
        soci::row* row = nullptr)
      : kept_(connection.dialect == Dialect::postgresql
                  ? connection.kept.lend(connection.session, sql)
                  : KeptStatements::Lent()) {
    if (!kept_) {
      own_.emplace(connection.session);
      own_->alloc();
      own_->prepare(sql, soci::details::st_one_time_query);
    }
    binding_.emplace(statement(), parameters);
    if (row != nullptr) statement().exchange(soci::into(*row));
    statement().define_and_bind();
  }

  soci::statement& statement() { return kept_ ? kept_.statement() : *own_; }

 private:
  std::optional<Binding> binding_;  // outlives what points to it
  KeptStatements::Lent kept_;
  std::optional<soci::statement> own_;
};

}  // namespace

Session::Session(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Session::~Session() = default;

Dialect Session::dialect() const { return connection_->dialect; }
bool Session::lost() const { return connection_->lost; }
std::int64_t Session::statements() const { return connection_->statements; }
const std::string& Session::name() const { return connection_->name; }

Result<std::unique_ptr<Session>> Session::open(const Database& database) {
  return database.dialect == Dialect::sqlite ? open_sqlite(database.address)
                                             : open_postgresql(database.address);
}

Result<std::int64_t> Session::execute(std::string_view text, const Parameters& parameters) {
  const std::string sql(text);
  KRES_TRY(check_texts(parameters));
  KRES_TRY(waiting_.run_before(sql));
  ++connection_->statements;
  try {
    Asked asked(*connection_, sql, parameters);
    asked.statement().execute(true);
    return asked.statement().get_affected_rows();
  } catch (const soci::soci_error& error) {
    return database_error(error, *connection_);
  }
}

Result<void> Session::visit_rows(const std::string& sql, const Parameters& parameters,
                                 const VisitRow& visit) {
  KRES_TRY(check_texts(parameters));
  KRES_TRY(waiting_.run_before(sql));
  ++connection_->statements;
  try {
    soci::row row;
    Asked asked(*connection_, sql, parameters, &row);
    auto& statement = asked.statement();
    for (bool got = statement.execute(true); got; got = statement.fetch())
      KRES_TRY(visit(row_of(row)));
    return {};
  } catch (const soci::soci_error& error) {
    return database_error(error, *connection_);
  }
}

// The client library of PostgreSQL keeps all rows of an answer in memory; a cursor gives them in
// portions.
Result<void> Session::visit_portions(std::string_view sql, const Parameters& parameters,
                                     const VisitRow& visit) {
  const auto cursor = "kres_rows_" + std::to_string(++connection_->cursors);
  KRES_TRY(execute("declare " + cursor + " no scroll cursor for " + std::string(sql), parameters));
  std::size_t got = 0;
  const auto count = [&](const Row& row) {
    ++got;
    return visit(row);
  };
  do {
    got = 0;
    KRES_TRY(visit_rows("fetch forward 1000 from " + cursor, {}, count));
  } while (got > 0);
  KRES_TRY(execute("close " + cursor));
  return {};
}

Result<void> Session::each(std::string_view sql, const Parameters& parameters,
                           const VisitRow& visit) {
  if (connection_->dialect == Dialect::postgresql) return visit_portions(sql, parameters, visit);
  return visit_rows(std::string(sql), parameters, visit);
}

Result<std::vector<Row>> Session::query(std::string_view sql, const Parameters& parameters) {
  std::vector<Row> rows;
  KRES_TRY(visit_rows(std::string(sql), parameters, [&](const Row& row) -> Result<void> {
    rows.push_back(row);
    return {};
  }));
  return rows;
}

}  // namespace kres::storage
