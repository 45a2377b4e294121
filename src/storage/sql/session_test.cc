// Statements, values and transactions on SQLite.
#include "storage/sql/session.h"

#include <thread>

#include <gtest/gtest.h>

#include "storage/sql/session_pool.h"
#include "storage/sql/transaction.h"

namespace kres::storage {
namespace {

class Sql : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = Path(testing::TempDir()) / ("sql_" + std::to_string(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    session_ = std::move(*Session::open_sqlite(file()));
    ASSERT_TRUE(session_->execute(
        "create table thing (id integer primary key, name text unique, size bigint, share real)"));
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }
  Path file() const { return directory_ / "test.sqlite"; }
  std::int64_t count() { return session_->query("select count(*) from thing")->front().integer(0); }
  Result<std::int64_t> add(const std::string& name) {
    return session_->execute("insert into thing (name) values (:name)", {{"name", name}});
  }

  Path directory_;
  std::unique_ptr<Session> session_;
};

TEST_F(Sql, ValuesComeBackAsTheyWereBound) {
  const std::int64_t big = 9'000'000'000'000'000'000;
  const auto id = session_->query(
      "insert into thing (name, size, share) values (:name, :size, :share) returning id",
      {{"name", "Ålesund; drop table thing --'"}, {"size", big}, {"share", 0.0625}});
  ASSERT_TRUE(id) << id.error().text();
  EXPECT_EQ(id->front().integer(0), 1);
  const auto rows = *session_->query("select name, size, share, size from thing");
  EXPECT_EQ(rows.front().text(0), "Ålesund; drop table thing --'");
  EXPECT_EQ(rows.front().integer(1), big);
  EXPECT_EQ(rows.front().real(2), 0.0625);
}

TEST_F(Sql, NothingIsNull) {
  ASSERT_TRUE(session_->execute("insert into thing (name, size) values (:name, :size)",
                                {{"name", ""}, {"size", std::optional<int>()}}));
  const auto row = session_->query("select name, size from thing")->front();
  EXPECT_FALSE(row.is_null(0));
  EXPECT_TRUE(row.is_null(1));
  EXPECT_FALSE(row.optional_integer(1));
}

TEST_F(Sql, AConstraintIsAConflictAndItsErrorHoldsNoValue) {
  ASSERT_TRUE(add("secret name"));
  const auto again = add("secret name");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::conflict);
  EXPECT_EQ(again.error().text().find("secret"), std::string::npos) << again.error().text();
}

TEST_F(Sql, WhatIsNotCommittedDidNotHappen) {
  {
    auto transaction = *Transaction::begin(*session_, Access::write);
    ASSERT_TRUE(add("a"));
  }
  EXPECT_EQ(count(), 0);
  auto transaction = *Transaction::begin(*session_, Access::write);
  ASSERT_TRUE(add("a"));
  ASSERT_TRUE(transaction.commit());
  EXPECT_EQ(count(), 1);
}

TEST_F(Sql, AReadTransactionCannotChangeAnything) {
  auto transaction = *Transaction::begin(*session_, Access::read);
  EXPECT_FALSE(add("a"));
}

TEST_F(Sql, AnotherFileThanADatabaseIsCalledCorrupt) {
  ASSERT_TRUE(write_file_atomic(directory_ / "junk.sqlite", std::string(5000, 'x')));
  const auto session = Session::open_sqlite(directory_ / "junk.sqlite");
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error().code, ErrorCode::corrupt);
}

// Deferred transactions lose here: both read, then one cannot write.
TEST_F(Sql, ConcurrentWritersLoseNoUpdate) {
  ASSERT_TRUE(session_->execute("insert into thing (id, size) values (1, 0)"));
  SessionPool pool([&] { return Session::open_sqlite(file()); }, 4);
  constexpr int kThreads = 8, kTimes = 10;
  std::vector<std::jthread> threads;
  for (int t = 0; t < kThreads; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < kTimes; ++i) {
        const auto session = std::move(*pool.borrow());
        auto transaction = *Transaction::begin(*session, Access::write);
        const auto size = session->query("select size from thing where id = 1")->front().integer(0);
        ASSERT_TRUE(
            session->execute("update thing set size = :size where id = 1", {{"size", size + 1}}));
        ASSERT_TRUE(transaction.commit());
      }
    });
  threads.clear();
  EXPECT_EQ(session_->query("select size from thing where id = 1")->front().integer(0),
            kThreads * kTimes);
}

}  // namespace
}  // namespace kres::storage
