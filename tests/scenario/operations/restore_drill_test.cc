// The drill: back up under load, destroy, restore, verify.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "tests/scenario/operations/operation.h"

namespace kres::testing {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;

class RestoreDrill : public ::testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(std::filesystem::path(KRES_BINARY_DIR) / "../reference") &&
        std::getenv("KRES_REFERENCE") == nullptr)
      GTEST_SKIP() << "needs the default reference set: make reference";
  }
};

// Every byte of every file below a folder, by path.
std::map<std::string, std::string> bytes_below(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[entry.path().lexically_relative(folder).string()] = *read_file(entry.path());
  return files;
}

TEST_P(RestoreDrill, WhatWasConfirmedBeforeTheBackupIsThereAfterTheFire) {
  Operation operation(GetParam() ? "drill_postgresql" : "drill_sqlite", GetParam());
  operation.start();
  operation.people_begin();
  for (int tries = 0; tries < 600 && operation.confirmed().size() < 10; ++tries)
    std::this_thread::sleep_for(100ms);
  const auto before = operation.confirmed();
  const auto backup = operation.folder() / "backup", restored = operation.folder() / "restored";
  const auto made = operation.kres(
      {"backup", "--registry", operation.registry().string(), "--to", backup.string()});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  std::this_thread::sleep_for(1s);  // work goes on
  operation.people_go_home();
  operation.stop();
  const auto keys = bytes_below(operation.registry() / "keys");
  const auto blobs = bytes_below(operation.registry() / "blobs");
  std::filesystem::remove_all(operation.registry());
  ASSERT_GE(before.size(), 10u) << "there was load";

  const auto verified = operation.kres({"audit", "verify", "--registry", backup.string()});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
  const auto run =
      operation.kres({"restore", "--from", backup.string(), "--to", restored.string()});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(bytes_below(restored / "keys"), keys);
  EXPECT_EQ(bytes_below(restored / "blobs"), blobs) << "the genomes were there from the beginning";
  const auto session = std::move(*storage::Session::open_sqlite(restored / "registry.sqlite"));
  for (const auto& comment : before)
    EXPECT_EQ(session->query("select count(*) from test_result where comment = '" + comment + "'")
                  ->front()
                  .integer(0),
              1)
        << comment;
  const auto again = operation.folder() / "again";
  ASSERT_EQ(
      operation.kres({"backup", "--registry", restored.string(), "--to", again.string()}).exit_code,
      0);
  EXPECT_EQ(json::parse(*read_file(again / "manifest.json"))["tables"],
            json::parse(*read_file(backup / "manifest.json"))["tables"]);
}

INSTANTIATE_TEST_SUITE_P(Databases, RestoreDrill, ::testing::Values(false, true),
                         [](const auto& run) { return run.param ? "Postgresql" : "Sqlite"; });

}  // namespace
}  // namespace kres::testing
