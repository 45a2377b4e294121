// kres worker: runs the registry's jobs without serving pages.
#include <cstdio>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/laboratory_desk.h"
#include "app/report_error.h"
#include "app/stop_signals.h"
#include "workflow/job_runner.h"
#include "workflow/run_jobs.h"

namespace kres::app {

namespace {

struct Options {
  std::string registry, reference;
  bool stay = false;
  bool json = false;
};

// As kres serve does it, until a signal comes.
Result<int> stay(LaboratoryDesk& desk) {
  const workflow::JobRunner runner(desk.registry().services(), desk.examiner());
  fmt::print("waiting for jobs\n");
  std::fflush(stdout);
  wait_for_stop_signal();
  return 0;
}

Result<int> run_jobs(const Options& options) {
  if (options.stay) hold_stop_signals();
  KRES_ASSIGN(auto desk, LaboratoryDesk::open(registry_path(options.registry), options.reference));
  if (options.stay) return stay(*desk);
  KRES_ASSIGN(const int runs,
              workflow::run_pending_jobs(desk->registry().services(), desk->examiner()));
  if (options.json)
    fmt::print("{}\n", nlohmann::json{{"runs", runs}}.dump());
  else
    fmt::print("{} {} run, none is waiting\n", runs, runs == 1 ? "job" : "jobs");
  return 0;
}

}  // namespace

void add_worker_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand(
      "worker", "Run the registry's waiting jobs until none is left, or until it is stopped");
  command->footer("Example:\n  kres worker --registry registry");
  command->add_option("--registry", options->registry,
                      "Registry (default: KRES_REGISTRY, or registry)");
  command->add_option("--reference", options->reference, "Folder of the reference sets");
  command->add_flag("--stay", options->stay, "Wait for more jobs until SIGTERM or SIGINT");
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([&run, options] {
    run = [options] {
      const auto code = run_jobs(*options);
      return code ? *code : report_error(code.error(), options->json);
    };
  });
}

}  // namespace kres::app
