// Runs a program as a person would and catches what it prints.
#pragma once

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

// A folder of its own for one test, empty at the start.
std::filesystem::path fresh_directory(const std::string& name);

}  // namespace kres::testing
