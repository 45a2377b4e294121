// What only a PostgreSQL server can do: refuse, disappear, come back.
#include <gtest/gtest.h>

#include <thread>

#include "storage/sql/server_check.h"
#include "storage/sql/session_pool.h"
#include "storage/sql/transaction.h"
#include "tests/support/postgresql_server.h"

namespace kres::storage {
namespace {

std::string address_of(const kres::testing::PostgresqlServer& server) {
  return server.address() + "&dbname=postgres";
}

TEST(PostgresqlAddress, WithAPasswordIsRefusedWithoutRepeatingIt) {
  for (const auto* address :
       {"postgresql://kres:snow@127.0.0.1/kres", "postgresql:///kres?password=snow"}) {
    const auto session = Session::open_postgresql(address);
    ASSERT_FALSE(session) << address;
    EXPECT_EQ(session.error().code, ErrorCode::bad_input);
    EXPECT_EQ(session.error().text().find("snow"), std::string::npos) << session.error().text();
    EXPECT_NE(session.error().remedy.find("PGPASSFILE"), std::string::npos);
  }
}

TEST(PostgresqlAddress, ThatIsNoneIsNotRepeated) {
  const auto session = Session::open_postgresql("postgresql://kres:snow@[");
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error().code, ErrorCode::bad_input);
  EXPECT_EQ(session.error().text().find("snow"), std::string::npos) << session.error().text();
}

TEST(PostgresqlAddress, WithoutAServerIsAnErrorOfTheEnvironment) {
  const auto session = Session::open_postgresql("postgresql://kres@127.0.0.1:1/kres");
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error().code, ErrorCode::environment) << session.error().text();
  EXPECT_NE(session.error().text().find("Connection refused"), std::string::npos)
      << session.error().text();
}

TEST(PostgresqlServer, OfAnotherOrderOrWithoutSyncIsRefused) {
  const kres::testing::PostgresqlServer server;
  const auto session = std::move(*Session::open_postgresql(address_of(server)));
  EXPECT_TRUE(check_server(*session));
  ASSERT_TRUE(session->execute(
      "create database english template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype "
      "'C.UTF-8'"));
  const auto english = std::move(*Session::open_postgresql(server.address() + "&dbname=english"));
  EXPECT_EQ(check_server(*english).error().code, ErrorCode::environment);
  ASSERT_TRUE(session->execute("alter system set fsync = off"));
  ASSERT_TRUE(session->query("select cast(pg_reload_conf() as int)"));
  Result<void> checked;
  for (int tries = 0; tries < 100 && checked; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    checked = check_server(*session);
  }
  ASSERT_FALSE(checked);
  EXPECT_NE(checked.error().remedy.find("fsync"), std::string::npos);
}

TEST(PostgresqlServer, ThatIsKilledEndsSessionsAndTheNextOnesFindItAgain) {
  kres::testing::PostgresqlServer server;
  SessionPool pool([&] { return Session::open_postgresql(address_of(server)); }, 1);
  {
    const auto session = std::move(*pool.borrow());
    ASSERT_TRUE(session->execute("create table thing (name text)"));
    auto transaction = *Transaction::begin(*session, Access::write);
    ASSERT_TRUE(session->execute("insert into thing values ('kept')"));
    ASSERT_TRUE(transaction.commit());
    auto half = *Transaction::begin(*session, Access::write);
    ASSERT_TRUE(session->execute("insert into thing values ('never committed')"));
    server.kill();
    const auto refused = half.commit();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::environment) << refused.error().text();
    EXPECT_TRUE(session->lost());
  }
  EXPECT_FALSE(pool.borrow());
  server.start();
  const auto session = pool.borrow();
  ASSERT_TRUE(session) << session.error().text();
  const auto rows = *(*session)->query("select name from thing");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].text(0), "kept");
}

}  // namespace
}  // namespace kres::storage
