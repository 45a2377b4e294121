// Migrations are applied once, in order, and never edited.
#include "storage/sql/migrator.h"

#include <gtest/gtest.h>

#include "storage/sql/test_database.h"

namespace kres::storage {
namespace {

const std::vector<MigrationFile> kFiles{
    {"0001_things.up.sql", "create table thing (name text)\n\ninsert into thing values ('a')\n"},
    {"0001_things.down.sql", "drop table thing\n"},
    {"0002_sizes.up.sql", "alter table thing add column size bigint\n"},
    {"0002_sizes.down.sql", "alter table thing drop column size\n"}};

class Migrations : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = Path(testing::TempDir()) / ("migrator_" + std::to_string(::getpid()));
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    database_ = std::make_unique<TestDatabase>(directory_ / "test.sqlite");
    session_ = database_->open();
    migrations_ = *collect_migrations(kFiles);
  }
  void TearDown() override {
    session_.reset();
    database_.reset();
    std::filesystem::remove_all(directory_);
  }
  Result<void> to(int target) { return migrate(*session_, migrations_, target, Instant{}); }

  Path directory_;
  std::unique_ptr<TestDatabase> database_;
  std::unique_ptr<Session> session_;
  std::vector<Migration> migrations_;
};

TEST_F(Migrations, AreAppliedAndTakenBack) {
  ASSERT_TRUE(to(2));
  EXPECT_EQ(*schema_version(*session_), 2);
  EXPECT_EQ(session_->query("select name, size from thing")->size(), 1u);
  ASSERT_TRUE(to(2));
  EXPECT_EQ(session_->query("select name from thing")->size(), 1u);
  ASSERT_TRUE(to(1));
  EXPECT_FALSE(session_->query("select size from thing"));
  ASSERT_TRUE(to(0));
  EXPECT_FALSE(session_->query("select name from thing"));
  EXPECT_EQ(*schema_version(*session_), 0);
}

TEST_F(Migrations, AnEditedOneIsRefused) {
  ASSERT_TRUE(to(1));
  migrations_[0].up += " ";
  const auto result = to(2);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::corrupt);
  EXPECT_EQ(result.error().message, "migration 0001_things is not the one that was applied");
}

TEST_F(Migrations, ANewerRegistryIsRefused) {
  ASSERT_TRUE(to(2));
  migrations_.pop_back();
  const auto result = to(1);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::environment);
}

TEST_F(Migrations, AFailedStepLeavesTheSchemaAsItWas) {
  migrations_[1].up = "alter table thing add column size bigint\n\nnonsense";
  EXPECT_FALSE(to(2));
  EXPECT_EQ(*schema_version(*session_), 1);
  EXPECT_FALSE(session_->query("select size from thing"));
}

TEST(MigrationFiles, HavePairsAndNoGaps) {
  EXPECT_FALSE(collect_migrations({kFiles[0]}));
  EXPECT_FALSE(collect_migrations({kFiles[2], kFiles[3]}));
  EXPECT_FALSE(collect_migrations({{"readme.txt", "x"}}));
  EXPECT_EQ(collect_migrations(kFiles)->size(), 2u);
}

}  // namespace
}  // namespace kres::storage
