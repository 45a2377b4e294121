// Migrations of a registry that has rows: none is lost or changed, upwards or downwards.
#include <gtest/gtest.h>

#include "base/text.h"
#include "storage/tables/sql_registry.h"
#include "tests/support/run_program.h"

namespace kres::storage {
namespace {

const std::vector<std::string> kTables{"laboratory",
                                       "person",
                                       "person_role",
                                       "session",
                                       "blob",
                                       "referral",
                                       "accession_counter",
                                       "isolate",
                                       "isolate_file",
                                       "measurement",
                                       "analysis",
                                       "interpretation",
                                       "explanation",
                                       "explanation_interpretation",
                                       "answer",
                                       "job",
                                       "audit_event"};

class RegistryMigrations : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = kres::testing::fresh_directory(
        std::string("migration_") +
        ::testing::UnitTest::GetInstance()->current_test_info()->name());
    session_ = std::move(*Session::open_sqlite(folder_ / "registry.sqlite"));
    migrations_ = *registry_migrations();
    to(1);
    const auto rows = *read_file(Path(KRES_SOURCE_DIR) / "tests/migration/rows_0001.sql");
    for (const auto& statement : statements(rows)) {
      const auto added = session_->execute(statement);
      ASSERT_TRUE(added) << statement << added.error().text();
    }
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  static std::vector<std::string> statements(std::string_view script) {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < script.size();) {
      const auto end = std::min(script.find("\n\n", at), script.size());
      found.emplace_back(trim(script.substr(at, end - at)));
      at = end + 2;
    }
    return found;
  }
  void to(int version) {
    const auto done = migrate(*session_, migrations_, version, Instant{});
    ASSERT_TRUE(done) << done.error().text();
  }
  // Every cell of every table, quoted by the database itself.
  std::string dump() {
    std::string all;
    for (const auto& table : kTables) {
      const auto columns = *session_->query(
          "select group_concat('quote(' || name || ')', ' || ''|'' || ') from "
          "pragma_table_info('" +
          table + "')");
      const auto rows =
          *session_->query("select " + columns.front().text(0) + " from " + table + " order by 1");
      EXPECT_FALSE(rows.empty()) << table << " has no row to lose";
      for (const auto& row : rows) all += table + ": " + row.text(0) + "\n";
    }
    return all;
  }

  Path folder_;
  std::unique_ptr<Session> session_;
  std::vector<Migration> migrations_;
};

TEST_F(RegistryMigrations, EveryRowStaysUpwardsAndDownwards) {
  const auto before = dump();
  EXPECT_NE(before.find("referral: 1|'UNN'|'L-1'|'CPO'|'Klebsiella pneumoniae'"), std::string::npos)
      << before;
  to(static_cast<int>(migrations_.size()));
  EXPECT_EQ(dump(), before);
  to(1);
  EXPECT_EQ(dump(), before);
}

TEST_F(RegistryMigrations, TheGuardsComeAndGoWithTheirMigration) {
  EXPECT_TRUE(session_->execute("update audit_event set person = 'x'"));
  to(2);
  EXPECT_FALSE(session_->execute("update audit_event set person = 'y'"));
  to(1);
  EXPECT_TRUE(session_->execute("update audit_event set person = 'system'"));
}

TEST_F(RegistryMigrations, AFullRegistryCanBeTakenDownToNothing) {
  to(static_cast<int>(migrations_.size()));
  to(0);
  EXPECT_EQ(session_
                ->query("select name from sqlite_master where type = 'table' and name not like "
                        "'sqlite_%'")
                ->size(),
            1u)
      << "only the list of migrations is left";
}

}  // namespace
}  // namespace kres::storage
