// kres init: makes a new registry.
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/registry_directory.h"
#include "app/report_error.h"

namespace kres::app {

namespace {

struct Options {
  std::string directory;
  RegistrySettings settings;
  bool json = false;
};

int init(const Options& options) {
  const auto made = RegistryDirectory::create(registry_path(options.directory), options.settings);
  if (!made) return report_error(made.error(), options.json);
  const auto& registry = **made;
  if (options.json) {
    const nlohmann::ordered_json json = {{"registry", registry.path().string()},
                                         {"public_key", registry.signer().public_key()}};
    fmt::print("{}\n", json.dump());
  } else {
    fmt::print("Registry made in {}\nAnswers are signed with the key {}\n",
               registry.path().string(), registry.signer().public_key());
  }
  return 0;
}

}  // namespace

void add_init_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("init", "Make a new registry");
  command->footer(
      "Example:\n  kres init registry\n  kres init registry --database "
      "postgresql://kres@db.local/kres");
  command->add_option("DIR", options->directory, "Directory (default: KRES_REGISTRY, or registry)");
  command->add_option("--port", options->settings.port, "Port that kres serve will use")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command->add_option("--reference", options->settings.reference, "Folder of the reference sets");
  command->add_option("--zone", options->settings.zone, "Time zone of the laboratory")
      ->capture_default_str();
  command->add_option("--database", options->settings.database,
                      "PostgreSQL database for the records, without a password (default: a SQLite "
                      "file of the directory)");
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([&run, options] { run = [options] { return init(*options); }; });
}

}  // namespace kres::app
