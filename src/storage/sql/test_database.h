// A database of its own for one test: a SQLite file, or one on the server KRES_TEST_POSTGRESQL
// names.
#pragma once

#include <cstdlib>
#include <functional>
#include <memory>
#include <string>

#include "storage/sql/session.h"

namespace kres::storage {

class TestDatabase {
 public:
  // `file` is used where no server is named; elsewhere its path gives the schema its name. What an
  // earlier test left there is removed (`fresh`), loses its rows (`emptied`, which is much faster
  // than making all tables again) or stays (`kept`). A file is removed by the test.
  enum class Begin { fresh, emptied, kept };
  explicit TestDatabase(const Path& file, Begin begin = Begin::fresh)
      : database_(Database::at(file.string())) {
    const char* server = std::getenv("KRES_TEST_POSTGRESQL");
    if (!server) return;
    const auto address = std::string(server) + "&dbname=postgres";
    const auto schema = "test_" + std::to_string(std::hash<std::string>()(file.string()));
    const auto session = Session::open_postgresql(address);
    if (begin == Begin::fresh) run(session, "drop schema if exists " + schema + " cascade");
    run(session, "create schema if not exists " + schema);
    if (begin == Begin::emptied) empty(session, schema);
    database_ = Database::at(address + "&options=-csearch_path%3D" + schema);
  }

  operator const Database&() const { return database_; }
  bool is_sqlite() const { return database_.dialect == Dialect::sqlite; }
  std::unique_ptr<Session> open() const {
    auto session = Session::open(database_);
    return session ? std::move(*session) : nullptr;
  }

 private:
  static void run(const Result<std::unique_ptr<Session>>& session, const std::string& sql) {
    if (!session || !(*session)->execute(sql)) std::abort();
  }

  static void empty(const Result<std::unique_ptr<Session>>& session, const std::string& schema) {
    const auto tables = *(*session)->query(
        "select tablename from pg_tables where schemaname = :schema and tablename <> "
        "'schema_migration'",
        {{"schema", schema}});
    std::string names;
    for (const auto& table : tables)
      names += (names.empty() ? "" : ", ") + schema + "." + table.text(0);
    if (names.empty()) return;
    run(session, "set session_replication_role = replica");  // without the guards
    run(session, "truncate " + names + " restart identity");
  }

  Database database_;
};

}  // namespace kres::storage
