// kill -9 of servers, workers and PostgreSQL under load: nothing confirmed is lost, no job is lost
// or stored twice, the audit trail is whole.
//
// KRES_CHAOS_KILLS sets the number of kills (16).
#include <chrono>
#include <cstdlib>
#include <random>

#include <gtest/gtest.h>

#include "tests/scenario/operations/operation.h"

namespace kres::testing {
namespace {

using namespace std::chrono_literals;

int kills() {
  const char* wanted = std::getenv("KRES_CHAOS_KILLS");
  return wanted ? std::atoi(wanted) : 16;
}

class Chaos : public ::testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(std::filesystem::path(KRES_BINARY_DIR) / "../reference") &&
        std::getenv("KRES_REFERENCE") == nullptr)
      GTEST_SKIP() << "needs the default reference set: make reference";
  }
};

std::int64_t number(storage::Session& session, const std::string& sql) {
  const auto rows = session.query(sql);
  EXPECT_TRUE(rows) << rows.error().text();
  return rows ? rows->front().integer(0) : -1;
}

void require_whole(Operation& operation) {
  const auto verified =
      operation.kres({"audit", "verify", "--registry", operation.registry().string()});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
  const auto session = operation.open_session();
  for (const auto& comment : operation.confirmed())
    EXPECT_EQ(
        number(*session, "select count(*) from test_result where comment = '" + comment + "'"), 1)
        << comment;
  EXPECT_EQ(number(*session, "select count(*) from job where state <> 'done'"), 0);
  EXPECT_EQ(number(*session,
                   "select count(*) from isolate where (select count(*) from job where job.isolate "
                   "= isolate.id) <> (select count(*) from analysis where analysis.isolate = "
                   "isolate.id)"),
            0)
      << "each job has stored one result";
}

TEST_P(Chaos, NothingConfirmedIsLostAndNoJobIsStoredTwice) {
  Operation operation(GetParam() ? "postgresql" : "sqlite", GetParam());
  operation.start();
  operation.people_begin();
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < kills() && !HasFailure(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 700));
    operation.kill_and_restart(random() % operation.processes());
  }
  operation.people_go_home();
  EXPECT_TRUE(operation.wait_for_jobs(180s)) << "leases of the dead run out, then others go on";
  operation.stop();
  EXPECT_GT(operation.confirmed().size(), static_cast<std::size_t>(kills()) / 4);
  require_whole(operation);
  RecordProperty("kills", kills());
  RecordProperty("confirmed", static_cast<int>(operation.confirmed().size()));
  std::printf("%d kills, %zu results confirmed\n", kills(), operation.confirmed().size());
}

INSTANTIATE_TEST_SUITE_P(Databases, Chaos, ::testing::Values(false, true),
                         [](const auto& run) { return run.param ? "Postgresql" : "Sqlite"; });

}  // namespace
}  // namespace kres::testing
