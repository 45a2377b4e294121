// kres-laboratory: the command line with all commands. Composition only; every command is one file
// beside this one.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/version.h"

namespace {

constexpr kres::app::AddCommand kCommands[] = {
    kres::app::add_analyse_command,
    kres::app::add_audit_command,
    kres::app::add_backup_command,
    kres::app::add_breakpoints_command,
    kres::app::add_cases_command,
    kres::app::add_concordance_command,
    kres::app::add_explain_command,
    kres::app::add_import_command,
    kres::app::add_init_command,
    kres::app::add_interpret_command,
    kres::app::add_migrate_registry_command,
    kres::app::add_openapi_command,
    kres::app::add_qc_command,
    kres::app::add_reference_command,
    kres::app::add_restore_command,
    kres::app::add_rules_command,
    kres::app::add_serve_command,
    kres::app::add_tests_command,
    kres::app::add_token_command,
    kres::app::add_user_command,
    kres::app::add_validate_command,
    kres::app::add_version_command,
    kres::app::add_worker_command,
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App program{
      "kres: the system of a national reference laboratory for antimicrobial resistance", "kres"};
  program.require_subcommand(1);
  program.set_version_flag("--version", std::string(kres::app::kSoftware));
  kres::app::Run run;
  for (const auto add : kCommands) add(program, run);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  }
  return run ? run() : 2;
}
