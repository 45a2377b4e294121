// The commands of the program, one function per command file.
#pragma once

#include "app/command.h"

namespace kres::app {

void add_analyse_command(CLI::App& program, Run& run);
void add_audit_command(CLI::App& program, Run& run);
void add_backup_command(CLI::App& program, Run& run);
void add_breakpoints_command(CLI::App& program, Run& run);
void add_cases_command(CLI::App& program, Run& run);
void add_concordance_command(CLI::App& program, Run& run);
void add_explain_command(CLI::App& program, Run& run);
void add_fetch_command(CLI::App& reference, Run& run);  // of kres reference
void add_import_command(CLI::App& program, Run& run);
void add_init_command(CLI::App& program, Run& run);
void add_interpret_command(CLI::App& program, Run& run);
void add_migrate_registry_command(CLI::App& program, Run& run);
void add_openapi_command(CLI::App& program, Run& run);
void add_qc_command(CLI::App& program, Run& run);
void add_reference_command(CLI::App& program, Run& run);
void add_restore_command(CLI::App& program, Run& run);
void add_rules_command(CLI::App& program, Run& run);
void add_tests_command(CLI::App& program, Run& run);
void add_serve_command(CLI::App& program, Run& run);
void add_token_command(CLI::App& program, Run& run);
void add_user_command(CLI::App& program, Run& run);
void add_validate_command(CLI::App& program, Run& run);
void add_version_command(CLI::App& program, Run& run);
void add_worker_command(CLI::App& program, Run& run);

}  // namespace kres::app
