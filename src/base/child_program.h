// Runs another program and waits for it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/files.h"

namespace kres {

struct ChildProgram {
  std::string name;  // looked for on PATH, or a path
  std::vector<std::string> arguments;
  Path output;                        // gets what it prints, both streams; its input is empty
  std::string remedy = "install it";  // what to do where it is missing
};

// Asked a few times a second; false ends the program.
using GoesOn = std::function<bool()>;

// The exit code. Fails with `environment` if the program is not there, was ended by a signal or was
// told to stop. No process is left behind.
Result<int> run_program(const ChildProgram& program, const GoesOn& goes_on = {});

}  // namespace kres
