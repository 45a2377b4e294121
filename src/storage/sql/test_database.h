// A database of its own for one test: a SQLite file, or one on the server KRES_TEST_POSTGRESQL
// names.
#pragma once

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "storage/sql/session.h"

namespace kres::storage {

class TestDatabase {
 public:
  // Requires: `file`, which is used where no server is named, does not exist.
  explicit TestDatabase(const Path& file) : database_(Database::at(file.string())) {
    const char* server = std::getenv("KRES_TEST_POSTGRESQL");
    if (!server) return;
    static std::atomic<int> count = 0;
    server_ = server;
    name_ = "kres_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    on_server("create schema " + name_);
    database_ = Database::at(server_ + "&dbname=postgres&options=-csearch_path%3D" + name_);
  }
  ~TestDatabase() {
    if (!name_.empty()) on_server("drop schema " + name_ + " cascade");
  }
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  operator const Database&() const { return database_; }
  const std::string& address() const { return database_.address; }
  bool is_sqlite() const { return database_.dialect == Dialect::sqlite; }
  std::unique_ptr<Session> open() const {
    auto session = Session::open(database_);
    return session ? std::move(*session) : nullptr;
  }

 private:
  void on_server(const std::string& sql) const {
    const auto session = Session::open_postgresql(server_ + "&dbname=postgres");
    if (!session || !(*session)->execute(sql)) std::abort();
  }

  std::string server_, name_;
  Database database_;
};

}  // namespace kres::storage
