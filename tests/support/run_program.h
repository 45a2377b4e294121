// Runs a program as a person would and catches what it prints.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace kres::testing {

struct ProgramRun {
  int exit_code = -1;  // 128 + signal if it was killed
  std::string out;
  std::string err;
};

// The first word is the program. Nothing is read from standard input; `directory` keeps the two
// files that catch the output.
ProgramRun run_program(const std::vector<std::string>& words,
                       const std::filesystem::path& directory);

// The two halves of run_program(), for programs that are interrupted in between. `peak_kilobytes`,
// if given, takes the most memory that the program held at once.
pid_t start_program(const std::vector<std::string>& words, const std::filesystem::path& directory);
ProgramRun wait_for_program(pid_t program, const std::filesystem::path& directory,
                            long* peak_kilobytes = nullptr);

// A folder of its own for one test, empty at the start.
std::filesystem::path fresh_directory(const std::string& name);

}  // namespace kres::testing
