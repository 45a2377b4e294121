// A laboratory in operation: several servers and workers on one registry, and people who work.
#pragma once

#include <sys/types.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "storage/sql/session.h"
#include "tests/api/served_program.h"
#include "tests/support/postgresql_server.h"
#include "tests/support/run_program.h"

namespace kres::testing {

class Operation {
 public:
  static constexpr std::size_t kServers = 2, kWorkers = 2, kPeople = 3;

  // Makes a registry with some isolates; on a server of its own if `on_postgresql`.
  Operation(const std::string& name, bool on_postgresql);
  ~Operation();

  void start();  // servers and workers
  void stop();   // as an administrator would
  void kill_and_restart(std::size_t which);
  std::size_t processes() const;  // that kill_and_restart() knows, PostgreSQL's among them

  // People enter results until they are told to go home. What a server has confirmed is kept.
  void people_begin();
  void people_go_home();
  std::vector<std::string> confirmed() const;  // the comments of confirmed results

  bool wait_for_jobs(std::chrono::seconds longest);  // until none is open
  ProgramRun kres(std::vector<std::string> words) const;
  // On the registry's database.
  std::unique_ptr<storage::Session> open_session() const;
  std::filesystem::path registry() const { return folder_ / "registry"; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  void make_registry();
  void start_server(std::size_t which);
  void start_worker(std::size_t which);
  void work(int person);
  std::uint16_t some_port(unsigned choice) const;

  std::filesystem::path folder_;
  std::unique_ptr<PostgresqlServer> database_server_;
  std::vector<std::string> accessions_;
  mutable std::mutex mutex_;  // of what follows
  std::array<std::unique_ptr<ServedProgram>, kServers> servers_;
  std::array<pid_t, kWorkers> workers_{};
  std::vector<std::string> confirmed_;
  std::atomic<bool> at_work_ = false;
  std::vector<std::thread> people_;
};

}  // namespace kres::testing
