// kres backup and kres restore: a whole copy of a registry, and a registry from one.
#include <memory>

#include <CLI/CLI.hpp>

#include "app/backup_manifest.h"
#include "app/commands.h"
#include "app/copy_report.h"
#include "app/registry_copy_steps.h"
#include "app/registry_restore.h"
#include "app/report_error.h"
#include "app/version.h"

namespace kres::app {

namespace {

struct Options {
  std::string registry, from, to, database;
  bool json = false;
};

Result<RegistryCopy> back_up(const Options& options) {
  KRES_ASSIGN(auto copy,
              copy_registry(registry_path(options.registry), options.to, {}, Writers::go_on));
  KRES_ASSIGN(const auto migrations, storage::registry_migrations(storage::Dialect::sqlite));
  KRES_TRY(write_manifest(options.to, {.made = iso_utc(system_now()),
                                       .software = std::string(kSoftware),
                                       .schema = static_cast<int>(migrations.size()),
                                       .content = copy}));
  KRES_TRY(release_directory(options.to));
  return copy;
}

int report(const Result<RegistryCopy>& copy, const Options& options) {
  if (!copy) return report_error(copy.error(), options.json);
  print_copy(*copy, options.to, options.json);
  return 0;
}

}  // namespace

void add_backup_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand(
      "backup", "Copy a registry as it is at one moment, while it is in use");
  command->footer("Example:\n  kres backup --registry registry --to /backup/2026-11-22");
  command->add_option("--registry", options->registry,
                      "Registry (default: KRES_REGISTRY, or registry)");
  command->add_option("--to", options->to, "New directory for the backup")->required();
  command->add_flag("--json", options->json, "Print JSON");
  command->callback(
      [&run, options] { run = [options] { return report(back_up(*options), *options); }; });
}

void add_restore_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("restore", "Make a registry from a backup, and verify it");
  command->footer("Example:\n  kres restore --from /backup/2026-11-22 --to registry");
  command->add_option("--from", options->from, "Directory that kres backup has made")->required();
  command->add_option("--to", options->to, "New directory for the registry")->required();
  command->add_option("--database", options->database,
                      "Empty PostgreSQL database for the records, without a password (default: a "
                      "SQLite file of the directory)");
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([&run, options] {
    run = [options] {
      return report(restore_registry(options->from, options->to, options->database), *options);
    };
  });
}

}  // namespace kres::app
