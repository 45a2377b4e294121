// kres migrate-registry: moves a registry to another database.
#include <memory>

#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/copy_report.h"
#include "app/registry_copy_steps.h"
#include "app/report_error.h"

namespace kres::app {

namespace {

struct Options {
  std::string from, to, database;
  bool json = false;
};

Result<RegistryCopy> move_registry(const Options& options) {
  KRES_ASSIGN(auto copy, copy_registry(options.from, options.to, options.database, Writers::wait));
  KRES_TRY(verify_copy(options.to, copy.head));
  KRES_TRY(release_directory(options.to));
  return copy;
}

}  // namespace

void add_migrate_registry_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand(
      "migrate-registry", "Copy a registry to another database, and verify every record and file");
  command->footer(
      "Stop every kres serve and kres worker of the old registry first: what they write later is "
      "not in the new one.\n"
      "Example:\n  kres migrate-registry --from registry --to registry-pg --database "
      "postgresql://kres@db.local/kres");
  command->add_option("--from", options->from, "Registry to copy; it stays as it is")->required();
  command->add_option("--to", options->to, "New directory for the registry")->required();
  command->add_option("--database", options->database,
                      "Empty PostgreSQL database for the records, without a password (default: a "
                      "SQLite file of the directory)");
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([&run, options] {
    run = [options] {
      const auto copy = move_registry(*options);
      if (!copy) return report_error(copy.error(), options->json);
      print_copy(*copy, options->to, options->json);
      return 0;
    };
  });
}

}  // namespace kres::app
