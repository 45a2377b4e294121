// The program itself, serving a registry in a process of its own.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace kres::testing {

// The words after `kres` that make a registry for a test, on the database the tests run on.
std::vector<std::string> init_words(const std::filesystem::path& registry);

class ServedProgram {
 public:
  // Starts `kres serve REGISTRY --port 0`; its log goes to LOG.
  ServedProgram(const std::filesystem::path& registry, const std::filesystem::path& log);
  ~ServedProgram();  // kills what still runs
  ServedProgram(const ServedProgram&) = delete;
  ServedProgram& operator=(const ServedProgram&) = delete;

  std::uint16_t port() const { return port_; }  // 0 if it did not start
  int stop();  // SIGTERM; the exit code, 128 + signal if it was killed

 private:
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace kres::testing
