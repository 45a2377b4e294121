// kres init, import, user and audit as a person runs them.
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/cli_fixture.h"

namespace kres::testing {
namespace {

class RegistryCli : public Cli {
 protected:
  void SetUp() override {
    Cli::SetUp();
    registry_ = (directory_ / "registry").string();
    const auto made = kres({"init", registry_});
    ASSERT_EQ(made.exit_code, 0) << made.err;
    file("genome.fna", ">contig1\nACGTTGCAACGTTGCAACGTTGCAACGTTGCA\n");
  }
  ProgramRun import(const std::string& sheet, std::vector<std::string> more = {}) {
    file("referral.tsv", sheet);
    std::vector<std::string> words{"import", "referral", directory_.string(), "--registry",
                                   registry_};
    words.insert(words.end(), more.begin(), more.end());
    return kres(words);
  }
  ProgramRun shell(const std::string& line) {
    return run_program({"/bin/sh", "-c", line}, directory_);
  }
  std::string program() const { return std::string(KRES_BINARY_DIR) + "/kres "; }

  std::string registry_;
  const std::string head_ = "laboratory\tsender_id\tsuspected_group\treceived\tgenome_file\n";
  const std::string row_ = "UNN\tL-1\tCPO\t2026-01-05\tgenome.fna\n";
};

TEST_F(RegistryCli, ARegistryIsMadeOnceAndForItsOwnerOnly) {
  const auto again = kres({"init", registry_});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_EQ(again.err, "kres: " + registry_ + ": there is a registry here already\n");
  struct stat status {};
  ASSERT_EQ(::stat(registry_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700u);
}

TEST_F(RegistryCli, WhereThereIsNoRegistryTheRemedyIsNamed) {
  const auto none = kres({"audit", "verify", "--registry", (directory_ / "none").string()});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_NE(none.err.find("make one with `kres init DIR`"), std::string::npos) << none.err;
}

TEST_F(RegistryCli, AReferralIsImportedAndTheSameAgainChangesNothing) {
  const auto dry = import(head_ + row_, {"--dry-run"});
  EXPECT_EQ(dry.out, "UNN\tL-1\t-\tcreated\nDry run: nothing was stored\n");
  const auto first = import(head_ + row_);
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(first.out.substr(0, 22), "UNN\tL-1\t2026-CPO-0001-");
  const auto second = import(head_ + row_);
  EXPECT_EQ(second.exit_code, 0);
  EXPECT_NE(second.out.find("unchanged"), std::string::npos);
  const auto other = import(head_ + "UNN\tL-1\tVRE\t2026-01-05\tgenome.fna\n");
  EXPECT_EQ(other.exit_code, 1);
  EXPECT_NE(other.out.find("suspected_group: another value is stored"), std::string::npos);
}

TEST_F(RegistryCli, OneWrongRowStoresNothingOfTheSheet) {
  const auto wrong = import(head_ + row_ + "UNN\t1-Mar\tCPO\t2026-01-05\t\n");
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_NE(wrong.err.find("referral.tsv:3: error: sender_id: a spreadsheet"), std::string::npos)
      << wrong.err;
  const auto verified = kres({"audit", "verify", "--registry", registry_, "--json"});
  EXPECT_NE(verified.out.find("\"events\":1,"), std::string::npos) << verified.out;
  EXPECT_NE(verified.out.find("\"files\":0,"), std::string::npos) << verified.out;
}

TEST_F(RegistryCli, PeopleAreAddedWithRolesAndGoodPasswords) {
  const auto added = shell("printf 'snow on the fjord' | " + program() +
                           "user add kari --name Kari --role bioengineer --password-stdin "
                           "--registry " +
                           registry_);
  EXPECT_EQ(added.exit_code, 0) << added.err;
  EXPECT_EQ(kres({"user", "list", "--registry", registry_}).out,
            "kari\tKari\tbioengineer\tactive\t\n");
  const auto short_password = shell("printf short | " + program() +
                                    "user add ola --name Ola --role microbiologist "
                                    "--password-stdin --registry " +
                                    registry_);
  EXPECT_EQ(short_password.exit_code, 2);
  const auto no_terminal = kres(
      {"user", "add", "ola", "--name", "Ola", "--role", "microbiologist", "--registry", registry_});
  EXPECT_EQ(no_terminal.exit_code, 2) << "nothing prompts when nobody is there";
  EXPECT_EQ(kres({"user", "add", "ola", "--name", "Ola", "--role", "king", "--registry", registry_})
                .exit_code,
            2);
}

TEST_F(RegistryCli, PeopleAreChangedAndDeactivatedNeverDeleted) {
  const auto add = [&](const std::string& words) {
    return shell("printf 'snow on the fjord' | " + program() + "user add " + words +
                 " --password-stdin --registry " + registry_);
  };
  ASSERT_EQ(add("rita --name Rita --role referring --laboratory UNN --reach region").exit_code, 0);
  EXPECT_EQ(add("olav --name Olav --role referring").exit_code, 2) << "without a laboratory";
  EXPECT_EQ(add("olav --name Olav --role referring --laboratory NOWHERE").exit_code, 2);
  EXPECT_EQ(add("olav --name Olav --role referring --role bioengineer --laboratory UNN").exit_code,
            2);
  const auto change = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"user", "change", "rita", "--registry", registry_});
    return kres(words);
  };
  EXPECT_EQ(change({"--role", "bioengineer"}).out, "rita: bioengineer, active\n");
  EXPECT_EQ(change({"--deactivate"}).out, "rita: bioengineer, inactive\n");
  EXPECT_EQ(kres({"user", "list", "--registry", registry_}).out,
            "rita\tRita\tbioengineer\tinactive\t\n");
  EXPECT_EQ(kres({"audit", "verify", "--registry", registry_}).exit_code, 0);
}

TEST_F(RegistryCli, TokensAreGivenListedAndRevoked) {
  ASSERT_EQ(
      shell("printf 'snow on the fjord' | " + program() +
            "user add kari --name Kari --role bioengineer --password-stdin --registry " + registry_)
          .exit_code,
      0);
  const auto given = kres({"token", "add", "kari", "--name", "LIMS", "--registry", registry_});
  EXPECT_EQ(given.exit_code, 0) << given.err;
  EXPECT_EQ(given.out.substr(0, 5), "kres_");
  EXPECT_EQ(given.out.size(), 49U);
  const auto list = [&] { return kres({"token", "list", "kari", "--registry", registry_}).out; };
  EXPECT_EQ(list().substr(0, 12), "1\tLIMS\tread\t");
  EXPECT_EQ(list().find(given.out.substr(0, 48)), std::string::npos) << "it is shown once";
  EXPECT_EQ(kres({"token", "revoke", "kari", "1", "--registry", registry_}).exit_code, 0);
  EXPECT_NE(list().find("revoked"), std::string::npos);
  EXPECT_EQ(kres({"token", "revoke", "kari", "1", "--registry", registry_}).exit_code, 1);
  EXPECT_EQ(kres({"token", "add", "kari", "--name", "x", "--days", "400", "--registry", registry_})
                .exit_code,
            2);
  EXPECT_EQ(kres({"audit", "verify", "--registry", registry_}).exit_code, 0);
}

TEST_F(RegistryCli, AReplacedSigningKeyIsRefusedBeforeAnythingIsSigned) {
  const auto other = (directory_ / "other").string();
  ASSERT_EQ(kres({"init", other}).exit_code, 0);
  const auto key = std::filesystem::path("keys") / "signing.key";
  std::filesystem::copy_file(other / key, registry_ / key,
                             std::filesystem::copy_options::overwrite_existing);
  const auto worker = kres({"worker", "--registry", registry_});
  EXPECT_NE(worker.exit_code, 0);
  EXPECT_NE(worker.err.find("is not the key that the audit trail names"), std::string::npos)
      << worker.err;
}

// As somebody who may read and not write: a backup on a disk that is mounted read-only.
TEST_F(RegistryCli, ARegistryThatCannotBeWrittenToIsVerified) {
  if (::getuid() != 0) GTEST_SKIP() << "only root can hand files to somebody else";
  const auto reader = (directory_ / "reader").string();
  const auto sums = "find " + reader + " -type f | sort | xargs sha256sum ";
  const auto before = (directory_ / "before").string();
  ASSERT_EQ(import(head_ + row_).exit_code, 0);
  const auto prepared = shell("cp -r " + registry_ + " " + reader + " && chown -R nobody " +
                              reader + " && chmod -R u-w " + reader + " && chmod a+rx " +
                              directory_.string() + " && " + sums + "> " + before);
  ASSERT_EQ(prepared.exit_code, 0) << prepared.err;
  const auto verified = shell("setpriv --reuid=nobody --clear-groups " + program() +
                              "audit verify --registry " + reader);
  EXPECT_EQ(verified.exit_code, 0) << verified.out << verified.err;
  EXPECT_NE(verified.out.find("The audit trail holds: "), std::string::npos);
  EXPECT_EQ(shell(sums + "| diff - " + before).exit_code, 0) << "nothing was written there";
}

TEST_F(RegistryCli, ANotedHeadMustBeFoundAgain) {
  const auto verified = kres({"audit", "verify", "--registry", registry_});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
  const auto at = verified.out.find("keep elsewhere: ");
  ASSERT_NE(at, std::string::npos);
  const auto head = verified.out.substr(at + 16, 2 + 64);
  import(head_ + row_);
  EXPECT_EQ(kres({"audit", "verify", "--registry", registry_, "--head", head}).exit_code, 0);
  const auto foreign =
      kres({"audit", "verify", "--registry", registry_, "--head", "1 " + std::string(64, 'a')});
  EXPECT_EQ(foreign.exit_code, 3);
  EXPECT_NE(foreign.err.find("cut or rewritten"), std::string::npos) << foreign.err;
}

}  // namespace
}  // namespace kres::testing
