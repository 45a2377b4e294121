#include "storage/copy/copy_records.h"

#include <algorithm>

#include <fmt/format.h>

#include "storage/sql/transaction.h"

namespace kres::storage {

namespace {

// SQLite binds 32,766 values; beyond some hundreds a longer statement gains nothing.
constexpr std::size_t kValuesPerStatement = 600;

// Inserts rows in groups.
class RowWriter {
 public:
  RowWriter(Session& session, const TableShape& table)
      : session_(session),
        table_(table),
        group_(std::max<std::size_t>(1, kValuesPerStatement / table.columns.size())) {}

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

// Rows refer to rows of tables that come later: references are looked at in the end. On PostgreSQL
// they are made so for this transaction, which the owner of the tables may do.
class LateReferences {
 public:
  static Result<LateReferences> begin(Session& session) {
    if (session.dialect() == Dialect::sqlite) {
      KRES_TRY(session.execute("pragma defer_foreign_keys = on"));
      return LateReferences(session, {});
    }
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
    if (session_.dialect() == Dialect::sqlite) return {};  // looked at by commit
    KRES_TRY(session_.execute("set constraints all immediate"));
    return alter("not deferrable");
  }

 private:
  LateReferences(Session& session, std::vector<Row> constraints)
      : session_(session), constraints_(std::move(constraints)) {}
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

Result<TableSummary> copy_table(Session& from, Session& to, const TableShape& table) {
  RowWriter writer(to, table);
  KRES_ASSIGN(auto summary,
              summarize(from, table, [&](const Row& row) { return writer.add(row); }));
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

Result<std::vector<TableSummary>> copy_records(Session& from, Session& to) {
  KRES_ASSIGN(const auto tables, table_shapes(from));
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
    KRES_ASSIGN(auto summary, copy_table(from, to, table));
    copied.push_back(std::move(summary));
  }
  KRES_TRY(references.end());
  KRES_ASSIGN(const auto read_back, summarize_records(to));
  KRES_TRY(require_same(copied, read_back, to.name()));
  KRES_TRY(transaction.commit());
  return copied;
}

}  // namespace kres::storage
