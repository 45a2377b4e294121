#include "base/child_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include <fmt/format.h>

namespace kres {

namespace {

constexpr auto kPause = std::chrono::milliseconds(50);

// What the child finds open: nothing to read, one file to write to.
class Streams {
 public:
  explicit Streams(const Path& output) {
    constexpr int kMode = 0600;
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, output.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, kMode);
    posix_spawn_file_actions_adddup2(&actions_, STDOUT_FILENO, STDERR_FILENO);
  }
  ~Streams() { posix_spawn_file_actions_destroy(&actions_); }
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

Result<pid_t> start(const ChildProgram& program) {
  std::vector<std::string> words{program.name};
  words.insert(words.end(), program.arguments.begin(), program.arguments.end());
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const Streams streams(program.output);
  pid_t child = 0;
  const int failure = ::posix_spawnp(&child, program.name.c_str(), streams.get(), nullptr,
                                     arguments.data(), environ);
  if (failure == ENOENT)
    return environment_error("the program " + program.name + " is not there", "", program.remedy);
  if (failure != 0)
    return environment_error("cannot be started: " + std::string(std::strerror(failure)),
                             program.name);
  return child;
}

// The status of waitpid(); the child has ended afterwards.
int wait_for(pid_t child, const GoesOn& goes_on, bool& stopped) {
  int status = 0;
  while (true) {
    const pid_t ended = ::waitpid(child, &status, goes_on ? WNOHANG : 0);
    if (ended == child || (ended < 0 && errno != EINTR)) return status;
    if (ended < 0) continue;
    if (!stopped && !goes_on()) {
      stopped = true;
      ::kill(child, SIGKILL);
    }
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace

Result<int> run_program(const ChildProgram& program, const GoesOn& goes_on) {
  KRES_ASSIGN(const auto child, start(program));
  bool stopped = false;
  const int status = wait_for(child, goes_on, stopped);
  if (stopped) return environment_error("was stopped", program.name);
  if (WIFSIGNALED(status))
    return environment_error(fmt::format("was ended by signal {}", WTERMSIG(status)), program.name,
                             "often too little memory");
  return WEXITSTATUS(status);
}

}  // namespace kres
