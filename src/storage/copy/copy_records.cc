#include "storage/copy/copy_records.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "storage/sql/transaction.h"

namespace kres::storage {

namespace {

// A server is asked seldom. SQLite binds 32,766 values, but looks each name up among all of a
// statement: short ones are faster.
std::size_t values_per_statement(Dialect dialect) { return dialect == Dialect::sqlite ? 60 : 600; }

// Inserts rows in groups.
class RowWriter {
 public:
  RowWriter(Session& session, const TableShape& table)
      : session_(session),
        table_(table),
        group_(std::max<std::size_t>(
            1, values_per_statement(session.dialect()) / table.columns.size())) {}

  Result<void> add(const Row& row) {
    std::string places;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const auto name = fmt::format("p{}", values_.size());
      places += (i ? ", :" : ":") + name;
      values_.push_back({name, row.cell(i)});
    }
    rows_ += fmt::format("{}({})", rows_.empty() ? "" : ", ", places);
    return values_.size() >= group_ * table_.columns.size() ? flush() : Result<void>{};
  }

  Result<void> flush() {
    if (values_.empty()) return {};
    auto inserted = session_.execute(
        fmt::format("insert into {} ({}) values {}", table_.name, table_.column_list(), rows_),
        values_);
    if (!inserted) {
      auto error = std::move(inserted).error();
      error.message = fmt::format("table {}: {}", table_.name, error.message);
      return fail(std::move(error));
    }
    values_.clear();
    rows_.clear();
    return {};
  }

 private:
  Session& session_;
  const TableShape& table_;
  std::size_t group_;
  std::string rows_;
  Parameters values_;
};

// SQLite's references are not looked at while rows come: as long as one is open, it would look
// through the whole table of those who refer for every row that is referred to. Made before the
// transaction and gone after it, because SQLite takes the setting only outside of one.
class WithoutReferences {
 public:
  static Result<WithoutReferences> begin(Session& session) {
    if (session.dialect() == Dialect::sqlite)
      KRES_TRY(session.execute("pragma foreign_keys = off"));
    return WithoutReferences(session);
  }
  WithoutReferences(WithoutReferences&& other) noexcept
      : session_(std::exchange(other.session_, nullptr)) {}
  ~WithoutReferences() {
    if (session_ != nullptr && session_->dialect() == Dialect::sqlite)
      (void)session_->execute("pragma foreign_keys = on");
  }

 private:
  explicit WithoutReferences(Session& session) : session_(&session) {}
  Session* session_;
};

// Rows refer to rows of tables that come later: references are looked at in the end. On PostgreSQL
// they are made so for this transaction, which the owner of the tables may do.
class LateReferences {
 public:
  static Result<LateReferences> begin(Session& session) {
    if (session.dialect() == Dialect::sqlite) return LateReferences(session, {});
    KRES_ASSIGN(auto constraints,
                session.query("select c.relname, k.conname from pg_constraint as k join pg_class "
                              "as c on c.oid = k.conrelid where k.contype = 'f' and not "
                              "k.condeferrable and k.connamespace = (select oid from pg_namespace "
                              "where nspname = current_schema())"));
    LateReferences late(session, std::move(constraints));
    KRES_TRY(late.alter("deferrable initially deferred"));
    return late;
  }

  // Fails if a reference leads nowhere.
  Result<void> end() {
    if (session_.dialect() == Dialect::sqlite) return check();
    KRES_TRY(session_.execute("set constraints all immediate"));
    return alter("not deferrable");
  }

 private:
  LateReferences(Session& session, std::vector<Row> constraints)
      : session_(session), constraints_(std::move(constraints)) {}
  Result<void> check() {
    KRES_ASSIGN(const auto lost,
                session_.query("select \"table\", parent from pragma_foreign_key_check limit 1"));
    if (lost.empty()) return {};
    return fail({.code = ErrorCode::conflict,
                 .message = fmt::format("table {}: a row refers to a row of {} that is not there",
                                        lost.front().text(0), lost.front().text(1)),
                 .file = session_.name(),
                 .remedy = {}});
  }
  Result<void> alter(std::string_view how) {
    for (const auto& row : constraints_)
      KRES_TRY(session_.execute(fmt::format("alter table \"{}\" alter constraint \"{}\" {}",
                                            row.text(0), row.text(1), how)));
    return {};
  }

  Session& session_;
  std::vector<Row> constraints_;
};

// PostgreSQL counts new numbers apart from the rows; SQLite takes the largest.
Result<void> continue_numbers(Session& session, const TableShape& table) {
  if (session.dialect() == Dialect::sqlite) return {};
  KRES_ASSIGN(const auto columns,
              session.query("select column_name from information_schema.columns where table_name = "
                            ":table and table_schema = current_schema() and is_identity = 'YES'",
                            {{"table", table.name}}));
  for (const auto& column : columns)
    KRES_TRY(
        session.query(fmt::format("select setval(pg_get_serial_sequence('{0}', '{1}'), "
                                  "coalesce(max({1}), 0) + 1, false) from "
                                  "{0}",
                                  table.name, column.text(0))));
  return {};
}

Result<TableSummary> copy_table(Session& from, Session& to, const TableShape& table,
                                const ShowRows& show) {
  RowWriter writer(to, table);
  KRES_ASSIGN(auto summary,
              summarize(
                  from, table, [&](const Row& row) { return writer.add(row); }, show));
  KRES_TRY(writer.flush());
  KRES_TRY(continue_numbers(to, table));
  return summary;
}

}  // namespace

Result<bool> is_without_records(Session& session) {
  KRES_ASSIGN(const auto tables, table_shapes(session));
  for (const auto& table : tables) {
    KRES_ASSIGN(const auto rows,
                session.query(fmt::format("select 1 from {} limit 1", table.name)));
    if (!rows.empty()) return false;
  }
  return true;
}

Result<void> count_records(Session& session) {
  if (session.dialect() == Dialect::sqlite) return {};
  KRES_ASSIGN(const auto tables, table_shapes(session));
  for (const auto& table : tables)
    KRES_TRY(session.execute(fmt::format("vacuum (analyze) {}", table.name)));
  return {};
}

Result<std::vector<TableSummary>> copy_records(Session& from, Session& to, const ShowRows& copying,
                                               const ShowRows& reading_back) {
  KRES_ASSIGN(const auto tables, table_shapes(from));
  KRES_ASSIGN(const auto without_references, WithoutReferences::begin(to));
  KRES_ASSIGN(auto transaction, Transaction::begin(to, Access::write));
  KRES_ASSIGN(const bool empty, is_without_records(to));
  if (!empty)
    return fail({.code = ErrorCode::conflict,
                 .message = "the database has records already",
                 .file = to.name(),
                 .remedy = "name an empty one"});
  KRES_ASSIGN(auto references, LateReferences::begin(to));
  std::vector<TableSummary> copied;
  for (const auto& table : tables) {
    KRES_ASSIGN(auto summary, copy_table(from, to, table, copying));
    copied.push_back(std::move(summary));
  }
  KRES_TRY(references.end());
  KRES_ASSIGN(const auto read_back, summarize_records(to, reading_back));
  KRES_TRY(require_same(copied, read_back, to.name()));
  KRES_TRY(transaction.commit());
  return copied;
}

}  // namespace kres::storage
