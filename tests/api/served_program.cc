#include "tests/api/served_program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "storage/sql/test_database.h"

namespace kres::testing {

namespace {

// "http://127.0.0.1:40123/\n" -> 40123
std::uint16_t port_in(std::string_view line) {
  const auto colon = line.rfind(':');
  const auto slash = line.rfind('/');
  if (colon == std::string_view::npos || slash < colon) return 0;
  return static_cast<std::uint16_t>(
      parse_int(line.substr(colon + 1, slash - colon - 1)).value_or(0));
}

std::string read_line(int descriptor) {
  std::string line;
  char c = 0;
  while (::read(descriptor, &c, 1) == 1 && c != '\n') line.push_back(c);
  return line;
}

[[noreturn]] void become_server(const std::filesystem::path& registry,
                                const std::filesystem::path& log, int output) {
  const int log_file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(log_file, STDERR_FILENO);
  const auto program = std::filesystem::path(KRES_BINARY_DIR) / "kres";
  ::execl(program.c_str(), "kres", "serve", registry.c_str(), "--port", "0", nullptr);
  ::_exit(127);
}

}  // namespace

std::vector<std::string> init_words(const std::filesystem::path& registry) {
  const storage::TestDatabase database(registry / "registry.sqlite");
  if (database.is_sqlite()) return {"init", registry.string()};
  const storage::Database& on_server = database;
  return {"init", registry.string(), "--database", on_server.address};
}

ServedProgram::ServedProgram(const std::filesystem::path& registry,
                             const std::filesystem::path& log) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return;
  process_ = ::fork();
  if (process_ == 0) become_server(registry, log, ends[1]);
  ::close(ends[1]);
  port_ = port_in(read_line(ends[0]));
  ::close(ends[0]);
}

ServedProgram::~ServedProgram() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

int ServedProgram::stop() {
  ::kill(process_, SIGTERM);
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace kres::testing
