// An upload cut at any byte, by the line or by the server's end (kill -9), goes on where it was:
// whatever happens on the way, what is stored in the end is the file.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <random>
#include <set>
#include <thread>

#include "base/digest.h"
#include "base/files.h"
#include "tests/api/client.h"
#include "tests/api/served_program.h"
#include "tests/support/run_program.h"

using namespace kres;
using kres::testing::Client;
using kres::testing::run_program;
using kres::testing::ServedProgram;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

constexpr auto kPassword = "aurora over tromso";
constexpr std::size_t kFileSize = 300'000;
constexpr std::size_t kLargestPart = 60'000;

std::string random_reads(std::mt19937& random, std::size_t size) {
  std::string text;
  while (text.size() < size) {
    text += "@read" + std::to_string(random()) + "\n";
    for (int i = 0; i < 100; ++i) text += "ACGT"[random() % 4];
    text += "\n+\n" + std::string(100, static_cast<char>('5' + random() % 40)) + "\n";
  }
  return text;
}

// Sends the beginning of a request and closes the line, at once or without a farewell.
void send_and_cut(std::uint16_t port, std::string_view bytes) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0)
    ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  ::close(socket);
}

class UploadCuts : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(Path(KRES_BINARY_DIR) / "../reference") &&
        std::getenv("KRES_REFERENCE") == nullptr)
      GTEST_SKIP() << "needs the default reference set: make reference";
    directory_ = kres::testing::fresh_directory("api_upload_cuts");
    ASSERT_EQ(kres(kres::testing::init_words(registry())), 0);
    const auto add = "printf '%s\\n' '" + std::string(kPassword) + "' | '" + program() +
                     "' user add liv --name Liv --role bioengineer --registry '" +
                     registry().string() + "' --password-stdin";
    ASSERT_EQ(run_program({"/bin/sh", "-c", add}, directory_).exit_code, 0);
    ASSERT_TRUE(write_file_atomic(directory_ / "referral.tsv",
                                  "laboratory\tsender_id\tsuspected_group\treceived\n"
                                  "UNN\tU-1\tCPO\t2026-11-20\n"));
    ASSERT_EQ(kres({"import", "referral", (directory_ / "referral.tsv").string(), "--registry",
                    registry().string()}),
              0);
    start();
  }
  void TearDown() override { server_.reset(); }

  static std::string program() { return (Path(KRES_BINARY_DIR) / "kres").string(); }
  int kres(std::vector<std::string> words) const {
    words.insert(words.begin(), program());
    return run_program(words, directory_).exit_code;
  }
  Path registry() const { return directory_ / "registry"; }

  void start() {
    server_ = std::make_unique<ServedProgram>(registry(), directory_ / "serve.log");
    ASSERT_NE(server_->port(), 0);
    client_ = std::make_unique<Client>(server_->port());
    if (session_.first.empty()) {
      ASSERT_EQ(client_->log_in("liv", kPassword).status, 200);
      session_ = {client_->cookie, client_->csrf_token};
    }
    client_->cookie = session_.first;  // outlives the server
    client_->csrf_token = session_.second;
  }
  void kill_and_start() {
    server_.reset();  // SIGKILL
    start();
  }

  std::string part_request(const std::string& upload, int file, std::size_t offset,
                           const std::string& bytes) const {
    return "PUT " + upload + "/files/" + std::to_string(file) +
           "?offset=" + std::to_string(offset) + "&sha256=" + sha256_hex(bytes) +
           " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + client_->cookie +
           "\r\nX-CSRF-Token: " + client_->csrf_token +
           "\r\nContent-Type: application/octet-stream\r\nContent-Length: " +
           std::to_string(bytes.size()) + "\r\n\r\n" + bytes;
  }
  void send_part(const std::string& upload, int file, std::size_t offset,
                 const std::string& bytes) {
    const auto answer = client_->send("PUT",
                                      upload + "/files/" + std::to_string(file) + "?offset=" +
                                          std::to_string(offset) + "&sha256=" + sha256_hex(bytes),
                                      bytes, {{"X-CSRF-Token", client_->csrf_token}});
    EXPECT_TRUE(answer.status == 200 || answer.key() == "upload.why.busy" ||
                answer.key() == "upload.why.offset")
        << answer.status << answer.body;
  }

  Path directory_;
  std::unique_ptr<ServedProgram> server_;
  std::unique_ptr<Client> client_;
  std::pair<std::string, std::string> session_;
};

}  // namespace

TEST_F(UploadCuts, WhateverTheCutsTheBlobsAreTheFiles) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::vector<std::string> contents{random_reads(random, kFileSize),
                                          random_reads(random, kFileSize / 2)};
  const auto isolate = client_->get("/api/v1/isolates").json()["items"][0]["accession"];
  const auto address = "/api/v1/isolates/" + isolate.get<std::string>();
  json files;
  for (int i = 0; i < 2; ++i)
    files.push_back({{"role", i == 0 ? "reads_1" : "reads_2"},
                     {"lane", 1},
                     {"name", i == 0 ? "R1.fq" : "R2.fq"},
                     {"size", contents[static_cast<std::size_t>(i)].size()}});
  const auto begun = client_->post(address + "/uploads", {{"files", files}});
  ASSERT_EQ(begun.status, 201) << begun.body;
  const auto upload = begun.header("location");

  int cuts = 0, kills = 0;
  std::uint64_t acknowledged = 0;
  for (int round = 0; round < 1000; ++round) {
    const auto state = client_->get(upload).json();
    ASSERT_EQ(state["state"], "open") << state;
    EXPECT_GE(state["received"].get<std::uint64_t>(), acknowledged) << "nothing is forgotten";
    acknowledged = state["received"];
    if (state["received"] == state["size"]) break;
    EXPECT_TRUE(client_->get(address).json()["files"].empty()) << "nothing before it is whole";
    const int file = state["files"][0]["received"] < state["files"][0]["size"] ? 1 : 2;
    const auto& content = contents[static_cast<std::size_t>(file - 1)];
    const std::size_t offset = state["files"][static_cast<std::size_t>(file - 1)]["received"];
    const auto bytes = content.substr(offset, 1 + random() % kLargestPart);
    const auto request = part_request(upload, file, offset, bytes);
    switch (random() % 3) {
      case 0:
        send_part(upload, file, offset, bytes);
        break;
      case 1:  // cut anywhere, in the head, in the body, or behind the last byte
        send_and_cut(server_->port(), request.substr(0, 1 + random() % request.size()));
        ++cuts;
        break;
      default: {  // the server dies at any moment of a part
        std::thread sender([&] { send_and_cut(server_->port(), request); });
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 6000));
        sender.join();
        kill_and_start();
        ++kills;
      }
    }
  }
  EXPECT_GE(cuts + kills, 5) << "hardly a test";
  json stated;
  for (std::size_t i = 0; i < 2; ++i)
    stated.push_back({{"number", i + 1}, {"sha256", sha256_hex(contents[i])}});
  const auto done = client_->post(upload + "/completion", {{"files", stated}});
  ASSERT_EQ(done.status, 200) << done.body;
  kill_and_start();
  const auto stored = client_->get(address).json()["files"];
  ASSERT_EQ(stored.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string digest = stored[i]["sha256"];
    EXPECT_EQ(*read_file(registry() / "blobs" / digest.substr(0, 2) / digest.substr(2, 2) / digest),
              contents[i]);
  }
  EXPECT_TRUE(std::filesystem::is_empty(registry() / "uploads"));
  server_.reset();
  EXPECT_EQ(kres({"audit", "verify", "--registry", registry().string()}), 0);
}

// Everything that is half in the folder of uploads after a kill is invisible and harmless.
TEST_F(UploadCuts, AServerKilledWhileItCompletesHasAllOrNothing) {
  std::mt19937 random(7);
  const auto accession =
      client_->get("/api/v1/isolates").json()["items"][0]["accession"].get<std::string>();
  const auto address = "/api/v1/isolates/" + accession;
  std::size_t stored = 0;
  for (int round = 0; round < 6; ++round) {
    const auto content = random_reads(random, 3'000'000);
    const auto upload = client_
                            ->post(address + "/uploads", {{"files",
                                                           {{{"role", "reads"},
                                                             {"lane", 1},
                                                             {"name", "reads.fq"},
                                                             {"size", content.size()},
                                                             {"sha256", sha256_hex(content)}}}}})
                            .header("location");
    ASSERT_FALSE(upload.empty());
    send_part(upload, 1, 0, content);
    std::thread asker([&] { client_->post(upload + "/completion", json::object()); });
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 25));
    server_.reset();
    asker.join();
    start();
    const auto state = client_->get(upload).json()["state"];
    const auto files = client_->get(address).json()["files"].size();
    EXPECT_TRUE((state == "open" && files == stored) || (state == "stored" && files == stored + 1))
        << state << " with " << files - stored << " new files";
    const auto done = client_->post(upload + "/completion", json::object());
    EXPECT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(client_->get(address).json()["files"].size(), ++stored);
  }
  server_.reset();
  EXPECT_EQ(kres({"audit", "verify", "--registry", registry().string()}), 0);
}
