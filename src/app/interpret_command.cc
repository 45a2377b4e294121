// kres interpret: S, I, R and wild type for a table of measurements.
#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/project_tables.h"
#include "app/report_error.h"
#include "app/write_output.h"
#include "base/files.h"
#include "susceptibility/interpretation_json.h"
#include "susceptibility/interpretation_tsv.h"
#include "susceptibility/measurement_table.h"

namespace kres::app {

namespace {

using susceptibility::Interpretation;

struct Options {
  std::string input, output, breakpoints, breakpoints_dir, format = "tsv";
  bool json = false;
};

Result<std::vector<Interpretation>> interpret_file(const Options& options) {
  KRES_ASSIGN(const auto standard, load_standard(options.breakpoints, options.breakpoints_dir));
  KRES_ASSIGN(const auto agents, load_agents());
  KRES_ASSIGN(const auto text, read_file(options.input));
  KRES_ASSIGN(const auto measurements,
              susceptibility::read_measurements(text, options.input, agents));
  return susceptibility::interpret_all(measurements, standard);
}

std::string view(const std::vector<Interpretation>& interpretations, const std::string& format) {
  const bool as_json = format == "json";
  std::string text = as_json ? std::string() : susceptibility::tsv_header();
  for (const auto& i : interpretations)
    text += as_json ? susceptibility::to_json(i) + "\n" : susceptibility::to_tsv(i);
  return text;
}

// Measurements that a person can do something about.
bool needs_person(const Interpretation& i) {
  return i.reason == "not_interpretable" || i.reason == "wrong_method" ||
         i.reason == "unknown_organism";
}

int run_interpret(const Options& options) {
  const auto interpretations = interpret_file(options);
  if (!interpretations) return report_error(interpretations.error(), options.json);
  const auto written =
      write_output(options.output, view(*interpretations, options.json ? "json" : options.format));
  if (!written) return report_error(written.error(), options.json);
  return std::any_of(interpretations->begin(), interpretations->end(), needs_person) ? 1 : 0;
}

}  // namespace

void add_interpret_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command =
      program.add_subcommand("interpret", "Interpret a table of MICs and zones as S, I, R");
  command
      ->add_option("file", options->input,
                   "Table with isolate, organism, agent, method, sign, value, indication")
      ->required();
  command->add_option("--breakpoints", options->breakpoints,
                      "Breakpoint version (default: the one in force, EUCAST v16.0 if none is)");
  command->add_option("--breakpoints-dir", options->breakpoints_dir,
                      "Folder of imported versions (kres breakpoints)");
  command->add_option("--format", options->format, "tsv or json (one object a line)")
      ->check(CLI::IsMember({"tsv", "json"}));
  command->add_option("--output", options->output,
                      "File for the result instead of standard output");
  command->add_flag("--json", options->json, "The same as --format json; errors as JSON too");
  command->footer(
      "Exit code 1: at least one value cannot be interpreted as it was measured.\n"
      "Example: kres interpret susceptibility.tsv --format json");
  command->callback([&run, options] { run = [options] { return run_interpret(*options); }; });
}

}  // namespace kres::app
