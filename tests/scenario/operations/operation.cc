#include "tests/scenario/operations/operation.h"

#include <signal.h>
#include <sys/wait.h>

#include <fstream>
#include <random>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/api/client.h"

namespace kres::testing {

namespace {

constexpr int kIsolates = 6;
constexpr const char* kSecret = "aurora over tromso";
using namespace std::chrono_literals;

}  // namespace

Operation::Operation(const std::string& name, bool on_postgresql)
    : folder_(fresh_directory("operation_" + name)) {
  if (on_postgresql) database_server_ = std::make_unique<PostgresqlServer>();
  make_registry();
}

Operation::~Operation() {
  people_go_home();
  for (auto& server : servers_) server.reset();
  for (const auto worker : workers_) {
    if (worker <= 0) continue;
    ::kill(worker, SIGKILL);
    ::waitpid(worker, nullptr, 0);
  }
  std::filesystem::remove_all(folder_);
}

ProgramRun Operation::kres(std::vector<std::string> words) const {
  words.insert(words.begin(), std::string(KRES_BINARY_DIR) + "/kres");
  return run_program(words, folder_);
}

void Operation::make_registry() {
  std::vector<std::string> init{"init", registry().string()};
  if (database_server_) {
    init.push_back("--database");
    init.push_back(database_server_->address() + "&dbname=postgres");
  }
  EXPECT_EQ(kres(init).exit_code, 0);
  for (std::size_t person = 0; person < kPeople; ++person) {
    const auto add = "printf '%s\\n' '" + std::string(kSecret) + "' | '" + KRES_BINARY_DIR +
                     "/kres' user add person" + std::to_string(person) +
                     " --name Person --role bioengineer --registry '" + registry().string() +
                     "' --password-stdin";
    EXPECT_EQ(run_program({"/bin/sh", "-c", add}, folder_).exit_code, 0);
  }
  const auto sent = folder_ / "sent";
  std::filesystem::create_directories(sent);
  std::ofstream sheet(sent / "referral.tsv");
  sheet << "laboratory\tsender_id\tsuspected_group\treceived\tgenome_file\n";
  for (int i = 0; i < kIsolates; ++i) {
    std::ofstream(sent / ("g" + std::to_string(i) + ".fna"))
        << ">contig" << i << "\nACGTTGCAACGTTGCAACGTTGCAACGTTGCAACCGGTTACGT\n";
    sheet << "UNN\tC-" << i << "\tCPO\t2026-11-20\tg" << i << ".fna\n";
  }
  sheet.close();
  const auto imported =
      kres({"import", "referral", sent.string(), "--registry", registry().string()});
  EXPECT_EQ(imported.exit_code, 0) << imported.err;
  std::istringstream lines(imported.out);
  std::string laboratory, sender, accession, outcome;
  while (lines >> laboratory >> sender >> accession >> outcome) accessions_.push_back(accession);
}

void Operation::start_server(std::size_t which) {
  const auto log = folder_ / ("serve" + std::to_string(which) + ".log");
  for (int tries = 0; tries < 100; ++tries) {  // the database may be starting itself
    auto server = std::make_unique<ServedProgram>(registry(), log);
    if (server->port() == 0) {
      std::this_thread::sleep_for(100ms);
      continue;
    }
    const std::lock_guard lock(mutex_);
    servers_[which] = std::move(server);
    return;
  }
  ADD_FAILURE() << "server " << which << " does not start, see " << log;
}

void Operation::start_worker(std::size_t which) {
  const auto folder = folder_ / ("worker" + std::to_string(which));
  std::filesystem::create_directories(folder);
  workers_[which] = start_program({std::string(KRES_BINARY_DIR) + "/kres", "worker", "--registry",
                                   registry().string(), "--stay"},
                                  folder);
}

void Operation::start() {
  for (std::size_t i = 0; i < kServers; ++i) start_server(i);
  for (std::size_t i = 0; i < kWorkers; ++i) start_worker(i);
}

void Operation::stop() {
  for (auto& server : servers_) EXPECT_EQ(server->stop(), 0);
  for (auto& worker : workers_) {
    ::kill(worker, SIGTERM);
    ::waitpid(worker, nullptr, 0);
    worker = -1;
  }
}

std::size_t Operation::processes() const {
  return kServers + kWorkers + (database_server_ ? 1 : 0);
}

void Operation::kill_and_restart(std::size_t which) {
  if (which < kServers) {
    std::unique_ptr<ServedProgram> victim;
    {
      const std::lock_guard lock(mutex_);
      victim = std::move(servers_[which]);
    }
    victim.reset();  // SIGKILL
    return start_server(which);
  }
  if (which < kServers + kWorkers) {
    auto& worker = workers_[which - kServers];
    ::kill(worker, SIGKILL);
    ::waitpid(worker, nullptr, 0);
    return start_worker(which - kServers);
  }
  database_server_->kill();
  database_server_->start();
}

std::uint16_t Operation::some_port(unsigned choice) const {
  const std::lock_guard lock(mutex_);
  const auto& server = servers_[choice % kServers];
  return server ? server->port() : 0;
}

void Operation::work(int person) {
  std::mt19937 random(static_cast<unsigned>(person) + 1);
  Client session(0);
  for (int number = 0; at_work_; ++number) {
    const auto port = some_port(static_cast<unsigned>(random()));
    if (port == 0) {
      std::this_thread::sleep_for(10ms);
      continue;
    }
    Client client(port);
    if (session.cookie.empty() &&
        client.log_in("person" + std::to_string(person), kSecret).status != 200) {
      std::this_thread::sleep_for(200ms);
      continue;
    }
    if (session.cookie.empty()) session = client;
    client.cookie = session.cookie;
    client.csrf_token = session.csrf_token;
    const auto isolate = "/api/v1/isolates/" + accessions_[random() % accessions_.size()];
    const auto comment = "person " + std::to_string(person) + " result " + std::to_string(number);
    const auto answer = client.post(isolate + "/tests",
                                    {{"test", "ict"}, {"outcomes", {"ndm"}}, {"comment", comment}},
                                    client.get(isolate).header("etag"));
    if (answer.status != 201) continue;
    const std::lock_guard lock(mutex_);
    confirmed_.push_back(comment);
  }
}

void Operation::people_begin() {
  at_work_ = true;
  for (std::size_t person = 0; person < kPeople; ++person)
    people_.emplace_back([this, person] { work(static_cast<int>(person)); });
}

void Operation::people_go_home() {
  at_work_ = false;
  for (auto& person : people_) person.join();
  people_.clear();
}

std::vector<std::string> Operation::confirmed() const {
  const std::lock_guard lock(mutex_);
  return confirmed_;
}

std::unique_ptr<storage::Session> Operation::open_session() const {
  auto session =
      database_server_
          ? storage::Session::open_postgresql(database_server_->address() + "&dbname=postgres")
          : storage::Session::open_sqlite(registry() / "registry.sqlite");
  return session ? std::move(*session) : nullptr;
}

bool Operation::wait_for_jobs(std::chrono::seconds longest) {
  const auto session = open_session();
  const auto end = std::chrono::steady_clock::now() + longest;
  while (std::chrono::steady_clock::now() < end) {
    const auto open =
        session->query("select count(*) from job where state in ('queued', 'running')");
    if (open && open->front().integer(0) == 0) return true;
    std::this_thread::sleep_for(200ms);
  }
  return false;
}

}  // namespace kres::testing
