// `kres serve` from outside: a real genome is referred, analysed, answered and signed over HTTP.
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "base/files.h"
#include "base/text.h"
#include "tests/api/client.h"
#include "tests/api/served_program.h"
#include "tests/support/run_program.h"

using namespace kres;
using kres::testing::Client;
using kres::testing::run_program;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

const Path kGenome = "/usr/share/doc/kleborate/examples/data/Klebs_HS11286.fna.xz";
constexpr auto kPasswordOfAll = "aurora over tromso";

class Serve : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(Path(KRES_BINARY_DIR) / "../reference") &&
        std::getenv("KRES_REFERENCE") == nullptr)
      GTEST_SKIP() << "needs the default reference set: make reference";
    if (!std::filesystem::exists(kGenome))
      GTEST_SKIP() << "needs the genomes of kleborate-examples";
    directory_ = kres::testing::fresh_directory("api_serve");
    make_registry();
    refer_hs11286();
  }

  kres::testing::ProgramRun kres(std::vector<std::string> words) const {
    words.insert(words.begin(), (Path(KRES_BINARY_DIR) / "kres").string());
    return run_program(words, directory_);
  }

  void make_registry() {
    EXPECT_EQ(kres(kres::testing::init_words(registry())).exit_code, 0);
    for (const auto& [username, name, role] :
         {std::tuple{"liv", "Liv Lundestad", "bioengineer"},
          std::tuple{"odd", "Odd Olderskog", "microbiologist"}}) {
      const auto command = std::string("printf '%s\\n' '") + kPasswordOfAll + "' | " +
                           (Path(KRES_BINARY_DIR) / "kres").string() + " user add " + username +
                           " --name '" + name + "' --role " + role + " --registry '" +
                           registry().string() + "' --password-stdin";
      const auto run = run_program({"/bin/sh", "-c", command}, directory_);
      ASSERT_EQ(run.exit_code, 0) << run.err;
    }
  }

  void refer_hs11286() {
    const auto folder = directory_ / "referral";
    std::filesystem::create_directories(folder);
    const auto unpacked = (folder / "HS11286.fna").string();
    ASSERT_EQ(
        run_program({"/bin/sh", "-c", "xz -dc " + kGenome.string() + " > " + unpacked}, directory_)
            .exit_code,
        0);
    std::ofstream(folder / "referral.tsv")
        << "laboratory\tsender_id\tsuspected_group\treceived\torganism\tpatient\tgenome_file\n"
           "UNN\tUNN-26-99001\tCPO\t2026-11-20\tKlebsiella pneumoniae\tPSEUDO-31415\tHS11286.fna\n";
    std::ofstream(folder / "susceptibility.tsv")
        << "isolate\torganism\tagent\tmethod\tsign\tvalue\tunit\tindication\tprovenance\n"
           "UNN-26-99001\tKlebsiella pneumoniae\tmeropenem\tbroth_microdilution\t=\t16\tmg/L\t\t"
           "constructed\n";
    const auto run =
        kres({"import", "referral", folder.string(), "--registry", registry().string()});
    ASSERT_EQ(run.exit_code, 0) << run.out << run.err;
  }

  Path registry() const { return directory_ / "registry"; }
  Path log() const { return directory_ / "serve.log"; }

  Path directory_;
};

Client logged_in(std::uint16_t port, const std::string& username) {
  Client client(port);
  EXPECT_EQ(client.log_in(username, kPasswordOfAll).status, 200);
  return client;
}

// The isolate's path once the background job is done.
std::string wait_until_ready(Client& client) {
  for (int i = 0; i < 600; ++i) {
    const auto list = client.get("/api/v1/isolates").json();
    const auto& isolate = list["items"][0];
    if (isolate["state"] == "ready")
      return "/api/v1/isolates/" + isolate["accession"].get<std::string>();
    std::this_thread::sleep_for(100ms);
  }
  return {};
}

kres::testing::Answer step(Client& client, const std::string& answer, const std::string& name) {
  return client.post(answer + "/" + name, {{"comment", "seen"}}, client.get(answer).header("etag"));
}

}  // namespace

TEST_F(Serve, ARealGenomeIsReferredAnalysedAnsweredAndSigned) {
  kres::testing::ServedProgram server(registry(), log());
  ASSERT_NE(server.port(), 0) << *read_file(log());
  auto liv = logged_in(server.port(), "liv");
  auto odd = logged_in(server.port(), "odd");
  const auto isolate = wait_until_ready(liv);
  ASSERT_FALSE(isolate.empty()) << liv.get("/api/v1/jobs").body;

  const auto detail = liv.get(isolate + "?lang=en").json();
  EXPECT_EQ(detail["species"], "Klebsiella pneumoniae");
  EXPECT_EQ(detail["st"], "11");
  EXPECT_EQ(detail["case_definitions"], json::array({"CPO"}));
  EXPECT_EQ(detail["measurements"][0]["interpretation"]["category"], "R");
  EXPECT_EQ(detail["measurements"][0]["provenance"], "constructed");
  EXPECT_NE(detail["explanation"]["verdict"].get<std::string>().find("blaKPC-2"),
            std::string::npos);

  const auto drafted =
      liv.post(isolate + "/answers", {{"language", "nb"}}, liv.get(isolate).header("etag"));
  ASSERT_EQ(drafted.status, 201) << drafted.body;
  const auto answer = drafted.header("location");
  EXPECT_EQ(step(odd, answer, "validation").status, 403) << "validation is not his";
  EXPECT_EQ(step(liv, answer, "validation").status, 200);
  EXPECT_EQ(step(liv, answer, "approval").status, 403) << "approval is not hers";
  EXPECT_EQ(step(odd, answer, "approval").status, 200);
  const auto pdf = liv.get(answer + "/pdf");
  EXPECT_EQ(pdf.status, 200);
  EXPECT_TRUE(pdf.body.starts_with("%PDF-1."));
  EXPECT_EQ(liv.get(answer + "/pdf").body, pdf.body);
  EXPECT_NE(liv.get("/metrics").body.find("kres_jobs_waiting 0\n"), std::string::npos);

  EXPECT_EQ(server.stop(), 0);
  const auto verified = kres({"audit", "verify", "--registry", registry().string()});
  EXPECT_EQ(verified.exit_code, 0) << verified.out << verified.err;
}

TEST_F(Serve, TheLogHoldsNoNameNumberOrSearch) {
  kres::testing::ServedProgram server(registry(), log());
  ASSERT_NE(server.port(), 0) << *read_file(log());
  auto liv = logged_in(server.port(), "liv");
  const auto isolate = wait_until_ready(liv);
  liv.get(isolate);
  liv.get("/api/v1/isolates?q=PSEUDO-31415");
  liv.get("/api/v1/isolates/13097248022");
  liv.get("/13097248022");
  Client(server.port()).log_in("13097248022", "a wrong password");
  Client(server.port()).log_in("liv", "another wrong password");
  EXPECT_EQ(server.stop(), 0);
  const auto text = *read_file(log());
  EXPECT_NE(text.find("GET /api/v1/isolates/{accession} 200"), std::string::npos) << text;
  const auto accession = isolate.substr(isolate.rfind('/') + 1);
  for (const auto& secret :
       {std::string("PSEUDO-31415"), std::string("13097248022"), std::string("UNN-26-99001"),
        std::string("Lundestad"), std::string("liv"), std::string("wrong password"), accession})
    EXPECT_EQ(text.find(secret), std::string::npos) << secret << " is in the log:\n" << text;
}

TEST_F(Serve, SaysWhyItCannotStart) {
  const auto missing = kres({"serve", (directory_ / "nothing").string()});
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_NE(missing.err.find("kres init"), std::string::npos) << missing.err;
  kres::testing::ServedProgram server(registry(), log());
  const auto taken = kres({"serve", registry().string(), "--port", std::to_string(server.port())});
  EXPECT_EQ(taken.exit_code, 3);
  EXPECT_NE(taken.err.find("--port"), std::string::npos) << taken.err;
}
