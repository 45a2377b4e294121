// What every command of the program provides; main.cc lists them.
#pragma once

#include <functional>
#include <vector>

namespace CLI {
class App;
}

namespace kres::app {

// Adds a subcommand to the program; when chosen on the command line it sets `run`, which returns
// the exit code (0 done, 1 done but something needs a person, 2 bad input or usage, 3 environment).
using Run = std::function<int()>;
using AddCommand = void (*)(CLI::App& program, Run& run);

}  // namespace kres::app
