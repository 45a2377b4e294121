// kres migrate-registry, backup and restore as a person runs them, from SQLite and from PostgreSQL.
#include <signal.h>

#include <atomic>
#include <chrono>
#include <map>
#include <thread>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "storage/copy/copy_records.h"
#include "storage/sql/test_database.h"
#include "storage/sql/transaction.h"
#include "tests/cli/cli_fixture.h"

namespace kres::testing {
namespace {

class RegistryCopies : public Cli {
 protected:
  void SetUp() override {
    Cli::SetUp();
    registry_ = path("registry");
    ASSERT_TRUE(works(with_database({"init", registry_}, "registry")));
    file("genome.fna", ">contig1\nACGTTGCAACGTTGCAACGTTGCAACGTTGCA\n");
    file("referral.tsv",
         "laboratory\tsender_id\tsuspected_group\treceived\tgenome_file\n"
         "UNN\tL-1\tCPO\t2026-01-05\tgenome.fna\nUNN\tÆ-2\tVRE\t2026-01-06\tgenome.fna\n");
    ASSERT_TRUE(works({"import", "referral", directory_.string(), "--registry", registry_}));
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::string path(const std::string& name) const { return (directory_ / name).string(); }
  // With a database of that name on the server the tests run on, if they do.
  std::vector<std::string> with_database(std::vector<std::string> words, const std::string& name) {
    const storage::TestDatabase database(directory_ / name / "registry.sqlite");
    if (!database.is_sqlite()) {
      words.push_back("--database");
      words.push_back(static_cast<const storage::Database&>(database).address);
    }
    return words;
  }
  ::testing::AssertionResult works(const std::vector<std::string>& words) {
    const auto run = kres(words);
    return run.exit_code == 0 ? ::testing::AssertionSuccess()
                              : ::testing::AssertionFailure() << words[0] << ": " << run.err;
  }
  std::string error_of(const std::vector<std::string>& words) {
    const auto run = kres(words);
    EXPECT_NE(run.exit_code, 0) << words[0] << " did not refuse";
    return run.err;
  }
  ::testing::AssertionResult verifies(const std::string& name) {
    return works({"audit", "verify", "--registry", path(name)});
  }
  // Rows and digest of every table of a backup.
  nlohmann::json tables_of(const std::string& backup) {
    return nlohmann::json::parse(*read_file(directory_ / backup / "manifest.json"))["tables"];
  }
  void back_up(const std::string& registry, const std::string& to) {
    ASSERT_TRUE(works({"backup", "--registry", path(registry), "--to", path(to)}));
  }

  std::string registry_;
};

TEST_F(RegistryCopies, GoToAnotherDatabaseAndBackWithoutALoss) {
  const auto there = kres(with_database(
      {"migrate-registry", "--from", registry_, "--to", path("there"), "--json"}, "there"));
  ASSERT_EQ(there.exit_code, 0) << there.err;
  const auto told = nlohmann::json::parse(there.out);
  std::map<std::string, int> rows;
  for (const auto& table : told["tables"]) rows[table["table"]] = table["rows"];
  EXPECT_EQ(rows["isolate"], 2);
  EXPECT_EQ(rows["referral"], 2);
  EXPECT_EQ(rows["blob"], 1) << "both genomes have the same bytes";
  EXPECT_EQ(told["stored_files"], 1);
  ASSERT_TRUE(works({"migrate-registry", "--from", path("there"), "--to", path("back")}));
  ASSERT_TRUE(verifies("there"));
  ASSERT_TRUE(verifies("back"));
  back_up("registry", "backup_before");
  back_up("back", "backup_after");
  EXPECT_EQ(tables_of("backup_before"), tables_of("backup_after"));
  EXPECT_EQ(*read_file(directory_ / "registry/keys/signing.key"),
            *read_file(directory_ / "back/keys/signing.key"));
}

TEST_F(RegistryCopies, WorkGoesOnInTheNewRegistry) {
  ASSERT_TRUE(works(
      with_database({"migrate-registry", "--from", registry_, "--to", path("there")}, "there")));
  file("referral.tsv",
       "laboratory\tsender_id\tsuspected_group\treceived\tgenome_file\n"
       "UNN\tL-3\tCPO\t2026-01-07\tgenome.fna\n");
  const auto next = kres({"import", "referral", directory_.string(), "--registry", path("there")});
  EXPECT_EQ(next.out.substr(0, 22), "UNN\tL-3\t2026-CPO-0002-") << next.err;
  ASSERT_TRUE(verifies("there"));
}

TEST_F(RegistryCopies, ATargetThatHoldsSomethingIsRefused) {
  std::filesystem::create_directories(directory_ / "used");
  file("used/letter.txt", "x");
  EXPECT_NE(error_of({"migrate-registry", "--from", registry_, "--to", path("used")})
                .find("the directory is not empty"),
            std::string::npos);
  EXPECT_NE(error_of({"backup", "--registry", registry_, "--to", path("used")}).find("not empty"),
            std::string::npos);
  const auto words =
      with_database({"migrate-registry", "--from", registry_, "--to", path("new")}, "new");
  ASSERT_TRUE(works(words));
  auto again = words;
  again[4] = path("other");
  if (words.size() == 5) return;  // a file belongs to its directory
  EXPECT_NE(error_of(again).find("the database has records already"), std::string::npos);
}

// The mark that a copy leaves until it is whole, and half of its files.
TEST_F(RegistryCopies, AnInterruptedOneIsNoRegistryAndIsCompleted) {
  const auto words =
      with_database({"migrate-registry", "--from", registry_, "--to", path("new")}, "new");
  ASSERT_TRUE(works(words));
  file("new/copy.unfinished", "");
  std::filesystem::remove(directory_ / "new/config.json");
  std::filesystem::remove_all(directory_ / "new/blobs");
  EXPECT_NE(error_of({"audit", "verify", "--registry", path("new")}).find("is not finished"),
            std::string::npos);
  ASSERT_TRUE(works(words));
  ASSERT_TRUE(verifies("new"));
}

// Wherever it is killed: refused as a registry, or whole; and the same command brings it to its
// end.
TEST_F(RegistryCopies, KilledAtAnyMomentACopyIsCompletedAndABackupIsNone) {
  const std::string program = std::string(KRES_BINARY_DIR) + "/kres";
  for (int milliseconds = 5; milliseconds <= 245; milliseconds += 20) {
    SCOPED_TRACE(std::to_string(milliseconds) + " ms");
    const auto name = "killed" + std::to_string(milliseconds);
    auto words = with_database({"migrate-registry", "--from", registry_, "--to", path(name)}, name);
    words.insert(words.begin(), program);
    const auto child = start_program(words, directory_);
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    ::kill(child, SIGKILL);
    const bool whole = wait_for_program(child, directory_).exit_code == 0;
    words.erase(words.begin());
    if (!whole && (!std::filesystem::exists(directory_ / name / "config.json") ||
                   std::filesystem::exists(directory_ / name / "copy.unfinished"))) {
      ASSERT_TRUE(works(words));
    }
    ASSERT_TRUE(verifies(name));
  }
  back_up("registry", "backup");
  back_up("killed5", "backup_of_copy");
  EXPECT_EQ(tables_of("backup"), tables_of("backup_of_copy"));
}

// A server writes its files anew while a backup lists and copies them.
TEST_F(RegistryCopies, ABackupIsMadeWhileFilesComeAndGo) {
  std::atomic<bool> done = false;
  std::thread server([&] {
    while (!done) {
      ASSERT_TRUE(write_file_atomic(directory_ / "registry/notes.txt", "n"));
      std::filesystem::remove(directory_ / "registry/notes.txt");
    }
  });
  for (int i = 0; i < 10; ++i)
    EXPECT_TRUE(
        works({"backup", "--registry", registry_, "--to", path("backup" + std::to_string(i))}));
  done = true;
  server.join();
  for (int i = 0; i < 10; ++i)
    for (const auto& entry :
         std::filesystem::directory_iterator(directory_ / ("backup" + std::to_string(i))))
      EXPECT_FALSE(entry.path().filename().string().starts_with('.')) << entry.path();
}

TEST_F(RegistryCopies, ABackupIsRestoredAsItWas) {
  back_up("registry", "backup");
  ASSERT_TRUE(verifies("backup")) << "off-line, before it is needed";
  std::filesystem::remove_all(registry_);
  ASSERT_TRUE(works(
      with_database({"restore", "--from", path("backup"), "--to", path("restored")}, "restored")));
  ASSERT_TRUE(verifies("restored"));
  back_up("restored", "backup_again");
  auto first = nlohmann::json::parse(*read_file(directory_ / "backup/manifest.json"));
  auto second = nlohmann::json::parse(*read_file(directory_ / "backup_again/manifest.json"));
  EXPECT_LT(first["made"], second["made"]);
  first.erase("made");
  second.erase("made");
  EXPECT_EQ(first, second) << "every record, file and key";
}

TEST_F(RegistryCopies, WhatIsNotAsItWasBackedUpIsNamed) {
  back_up("registry", "backup");
  const auto manifest = nlohmann::json::parse(*read_file(directory_ / "backup/manifest.json"));
  const auto blob = directory_ / "backup/blobs" / manifest["blobs"][0]["path"];
  const auto bytes = *read_file(blob);
  const std::vector<std::string> restore{"restore", "--from", path("backup"), "--to"};
  const auto refusal = [&](const std::string& to) {
    auto words = restore;
    words.push_back(path(to));
    return error_of(words);
  };
  ASSERT_TRUE(write_file_atomic(blob, bytes + "A"));
  EXPECT_NE(refusal("a").find(manifest["blobs"][0]["sha256"]), std::string::npos);
  std::filesystem::remove(blob);
  EXPECT_NE(refusal("b").find("is missing from the backup"), std::string::npos);
  ASSERT_TRUE(write_file_atomic(blob, bytes));
  {
    const auto session =
        std::move(*storage::Session::open_sqlite(directory_ / "backup/registry.sqlite"));
    ASSERT_TRUE(session->execute("update isolate set species = 'E. coli' where id = 2"));
  }
  EXPECT_NE(refusal("c").find("table isolate is not as it should be"), std::string::npos);
  std::filesystem::remove(directory_ / "backup/manifest.json");
  EXPECT_NE(refusal("d").find("there is no backup here"), std::string::npos);
}

// The backup is as it was made, and was made of a registry that no longer held.
TEST_F(RegistryCopies, WhatDoesNotHoldWhenItIsVerifiedIsNoRegistry) {
  back_up("registry", "sound");
  back_up("registry", "tampered");
  {
    const auto session =
        std::move(*storage::Session::open_sqlite(directory_ / "tampered/registry.sqlite"));
    ASSERT_TRUE(session->execute("update isolate set species = 'E. coli' where id = 2"));
    const auto transaction =
        std::move(*storage::Transaction::begin(*session, storage::Access::read));
    auto manifest = nlohmann::json::parse(*read_file(directory_ / "tampered/manifest.json"));
    const auto summary = storage::summarize_records(*session).value();
    for (const auto& table : summary)
      for (auto& listed : manifest["tables"])
        if (listed["table"] == table.table) listed["sha256"] = table.sha256;
    file("tampered/manifest.json", manifest.dump());
  }
  const auto restore = [&](const std::string& from, const std::string& database) {
    return with_database({"restore", "--from", path(from), "--to", path("restored")}, database);
  };
  EXPECT_NE(error_of(restore("tampered", "first")).find("the summary of"), std::string::npos);
  for (const auto& words : {std::vector<std::string>{"audit", "verify", "--registry"},
                            std::vector<std::string>{"user", "list", "--registry"}}) {
    auto use = words;
    use.push_back(path("restored"));
    const auto told = error_of(use);
    EXPECT_NE(told.find("is not finished"), std::string::npos) << told;
    EXPECT_NE(told.find("again"), std::string::npos) << "what to do: " << told;
  }
  EXPECT_NE(error_of(restore("tampered", "first")).find("the summary of"), std::string::npos);
  ASSERT_TRUE(works(restore("sound", "second")));
  ASSERT_TRUE(verifies("restored"));
}

TEST_F(RegistryCopies, ACopyWithinWhatIsCopiedIsRefused) {
  std::filesystem::create_directory_symlink(registry_, directory_ / "link");
  for (const auto& to : {registry_ + "/backup", registry_, path("link/backup")})
    EXPECT_NE(error_of({"backup", "--registry", registry_, "--to", to}).find("lies within"),
              std::string::npos)
        << to;
  EXPECT_FALSE(std::filesystem::exists(registry_ + "/backup"));
  back_up("registry", "backup");
  EXPECT_NE(error_of({"restore", "--from", path("backup"), "--to", path("backup/restored")})
                .find("lies within"),
            std::string::npos);
  ASSERT_TRUE(verifies("registry"));
}

TEST_F(RegistryCopies, ABackupWhoseTrailWasCutIsFoundOffLine) {
  back_up("registry", "backup");
  {
    const auto session =
        std::move(*storage::Session::open_sqlite(directory_ / "backup/registry.sqlite"));
    ASSERT_TRUE(session->execute("drop trigger audit_event_is_kept_on_delete"));
    ASSERT_TRUE(session->execute(
        "delete from audit_event where sequence = (select max(sequence) from audit_event)"));
  }
  EXPECT_NE(error_of({"audit", "verify", "--registry", path("backup")}).find("cut or rewritten"),
            std::string::npos);
}

TEST_F(RegistryCopies, ADatabaseOfAnotherRegistryIsNotTakenOver) {
  auto words = with_database({"init", path("second")}, "registry_of_two");
  if (words.size() == 2) return;  // a file belongs to its directory
  ASSERT_TRUE(works(words));
  words[1] = path("third");
  EXPECT_NE(error_of(words).find("the records of another registry"), std::string::npos);
}

}  // namespace
}  // namespace kres::testing
