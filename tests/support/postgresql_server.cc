#include "tests/support/postgresql_server.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

namespace kres::testing {

namespace fs = std::filesystem;

namespace {

constexpr const char* kUser = "postgres";

void require(bool condition, const std::string& what) {
  if (condition) return;
  std::fprintf(stderr, "PostgreSQL for tests: %s\n", what.c_str());
  std::exit(1);
}

// The newest of Debian's /usr/lib/postgresql/NN/bin.
fs::path programs() {
  fs::path newest;
  std::error_code missing;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", missing))
    newest = std::max(newest, version.path());
  require(!newest.empty(), "no server is installed (apt-get install postgresql)");
  return newest / "bin";
}

void become_unprivileged() {
  if (::geteuid() != 0) return;
  const auto* user = ::getpwnam(kUser);
  if (!user || ::initgroups(kUser, user->pw_gid) != 0 || ::setgid(user->pw_gid) != 0 ||
      ::setuid(user->pw_uid) != 0)
    std::_Exit(125);
}

pid_t start_process(const std::vector<std::string>& words, const fs::path& log) {
  std::vector<char*> arguments;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::setpgid(0, 0);
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  const int in = ::open("/dev/null", O_RDONLY);
  ::dup2(in, 0), ::dup2(out, 1), ::dup2(out, 2);
  become_unprivileged();
  ::execv(arguments[0], arguments.data());
  std::_Exit(127);
}

int run(const std::vector<std::string>& words, const fs::path& log) {
  int status = 0;
  ::waitpid(start_process(words, log), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> children;
  for (const auto& process : fs::directory_iterator("/proc")) {
    std::ifstream file(process.path() / "stat");
    std::string line;
    if (!std::getline(file, line)) continue;
    // "number (name) state parent ..."; the name may hold anything.
    pid_t of = 0;
    if (std::sscanf(line.c_str() + line.rfind(')'), ") %*c %d", &of) == 1 && of == parent)
      children.push_back(std::stoi(process.path().filename()));
  }
  return children;
}

}  // namespace

PostgresqlServer::PostgresqlServer() {
  // Short, as a socket's path must be, and outside folders that the server's user may not enter.
  std::string name = "/tmp/kres_postgresql_XXXXXX";
  require(::mkdtemp(name.data()) != nullptr, "no folder in /tmp");
  folder_ = name;
  if (::geteuid() == 0) {
    const auto* user = ::getpwnam(kUser);
    require(user && ::chown(name.c_str(), user->pw_uid, user->pw_gid) == 0,
            "there is no user postgres");
  }
  require(run({programs() / "initdb", "--pgdata", folder_ / "data", "--username", "kres", "--auth",
               "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions"},
              folder_ / "log") == 0,
          "initdb failed, see " + (folder_ / "log").string());
  start();
}

PostgresqlServer::~PostgresqlServer() {
  stop();
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string PostgresqlServer::address() const {
  return "postgresql:///?user=kres&host=" + folder_.string() + "&port=" + std::to_string(port_);
}

void PostgresqlServer::ask_for_password(int port, const std::string& password) {
  const auto set = "alter role kres password '" + password + "'";
  require(run({programs() / "psql", "--no-psqlrc", "--quiet", "--host", folder_, "--username",
               "kres", "--dbname", "postgres", "--command", set},
              folder_ / "log") == 0,
          "no password can be set");
  stop();
  std::ofstream(folder_ / "data" / "pg_hba.conf")
      << "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n";
  port_ = port;
  listen_ = "127.0.0.1";
  start();
}

void PostgresqlServer::start() {
  const std::vector<std::string> ask{
      programs() / "pg_isready", "--quiet", "--host", folder_, "--port", std::to_string(port_)};
  for (int tries = 0; tries < 600; ++tries) {
    // One that was killed may leave shared memory in use for a moment; the next one refuses that.
    if (postmaster_ <= 0 || ::waitpid(postmaster_, nullptr, WNOHANG) == postmaster_)
      postmaster_ = start_process(
          {programs() / "postgres", "-D", folder_ / "data", "-k", folder_, "-c",
           "listen_addresses=" + listen_, "-c", "max_connections=200", "-p", std::to_string(port_)},
          folder_ / "log");
    if (run(ask, folder_ / "log") == 0) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  require(false, "it does not answer, see " + (folder_ / "log").string());
}

void PostgresqlServer::stop() {
  if (postmaster_ <= 0) return;
  ::kill(postmaster_, SIGINT);  // ends sessions, then itself
  ::waitpid(postmaster_, nullptr, 0);
  postmaster_ = -1;
}

void PostgresqlServer::kill() {
  auto processes = children_of(postmaster_);
  processes.insert(processes.begin(), postmaster_);
  for (const auto process : processes) ::kill(process, SIGKILL);
  ::waitpid(postmaster_, nullptr, 0);
  postmaster_ = -1;
}

}  // namespace kres::testing
