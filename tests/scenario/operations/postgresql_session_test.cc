// What only a PostgreSQL server can do: refuse, disappear, come back.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include <gtest/gtest.h>

#include "storage/sql/server_check.h"
#include "storage/sql/session_pool.h"
#include "storage/sql/transaction.h"
#include "tests/support/postgresql_server.h"
#include "tests/support/run_program.h"

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

// A port that nobody listened on a moment ago.
int free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  EXPECT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), size), 0);
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(socket);
  return ntohs(address.sin_port);
}

TEST(PostgresqlServer, GetsThePasswordFromItsFile) {
  kres::testing::PostgresqlServer server;
  const int port = free_port();
  server.ask_for_password(port, "snow-on-the-fjord");
  const auto address = "postgresql://kres@127.0.0.1:" + std::to_string(port) + "/postgres";
  const auto folder = kres::testing::fresh_directory("pgpass");
  const auto file = folder / "pgpass";
  ::setenv("PGPASSFILE", file.c_str(), 1);
  const auto write = [&](const std::string& password) {
    ASSERT_TRUE(write_file_atomic(file, "127.0.0.1:*:*:kres:" + password + "\n"));
    std::filesystem::permissions(file, std::filesystem::perms{0600});
  };
  write("rain-on-the-fjord");
  const auto refused = Session::open_postgresql(address);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::environment);
  EXPECT_NE(refused.error().text().find("password authentication failed"), std::string::npos);
  EXPECT_EQ(refused.error().text().find("fjord"), std::string::npos) << refused.error().text();
  EXPECT_NE(refused.error().remedy.find("PGPASSFILE"), std::string::npos);
  write("snow-on-the-fjord");
  const auto session = Session::open_postgresql(address);
  EXPECT_TRUE(session) << session.error().text();
  ::unsetenv("PGPASSFILE");
  std::filesystem::remove_all(folder);
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
