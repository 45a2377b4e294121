// kres version: names the program's version.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/version.h"

namespace kres::app {

void add_version_command(CLI::App& program, Run& run) {
  auto* command = program.add_subcommand("version", "Print the program's version");
  command->callback([&run] {
    run = [] {
      fmt::print("{}\n", kSoftware);
      return 0;
    };
  });
}

}  // namespace kres::app
