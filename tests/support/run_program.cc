#include "tests/support/run_program.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace kres::testing {

namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void redirect(int descriptor, const std::filesystem::path& path, int flags) {
  const int opened = ::open(path.c_str(), flags | O_CLOEXEC, 0644);
  if (opened < 0 || ::dup2(opened, descriptor) < 0) std::_Exit(126);
}

}  // namespace

pid_t start_program(const std::vector<std::string>& words, const std::filesystem::path& directory) {
  const auto out = directory / "stdout", err = directory / "stderr";
  std::vector<char*> arguments;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    redirect(STDIN_FILENO, "/dev/null", O_RDONLY);
    redirect(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
    redirect(STDERR_FILENO, err, O_WRONLY | O_CREAT | O_TRUNC);
    ::execv(arguments[0], arguments.data());
    std::_Exit(127);
  }
  return child;
}

ProgramRun wait_for_program(pid_t program, const std::filesystem::path& directory,
                            long* peak_kilobytes) {
  int status = 0;
  rusage usage{};
  ::wait4(program, &status, 0, &usage);
  if (peak_kilobytes != nullptr) *peak_kilobytes = usage.ru_maxrss;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          content_of(directory / "stdout"), content_of(directory / "stderr")};
}

ProgramRun run_program(const std::vector<std::string>& words,
                       const std::filesystem::path& directory) {
  return wait_for_program(start_program(words, directory), directory);
}

std::filesystem::path fresh_directory(const std::string& name) {
  // A program of tests may run on both databases at the same time.
  const bool on_server = std::getenv("KRES_TEST_POSTGRESQL") != nullptr;
  const std::filesystem::path directory = std::filesystem::path(KRES_BINARY_DIR) /
                                          (on_server ? "scratch_postgresql" : "scratch") / name;
  std::filesystem::remove_all(directory);
  std::filesystem::create_directories(directory);
  return directory;
}

}  // namespace kres::testing
