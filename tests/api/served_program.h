// The program itself, serving a registry in a process of its own.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace kres::testing {

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
