// kres qc: quality control of susceptibility testing, day by day and as a chart.
#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/project_tables.h"
#include "app/quality_control_files.h"
#include "app/report_error.h"
#include "app/write_output.h"
#include "susceptibility/qc_views.h"

namespace kres::app {

namespace {

using susceptibility::QcDay;
using susceptibility::QcDayState;

struct Options {
  std::string input, output, format = "days";
};

std::string view(const QualityControlFiles& files, const std::string& format) {
  if (format == "json")
    return susceptibility::qc_json(files.evaluation, files.ranges_version) + "\n";
  if (format == "points") return susceptibility::levey_jennings_tsv(files.evaluation.series());
  return susceptibility::qc_days_tsv(files.evaluation);
}

bool needs_person(const QcDay& day) {
  return day.state != QcDayState::in || !day.incomplete.empty() || !day.warnings.empty();
}

int run_check(const Options& options) {
  const auto files = read_quality_control(options.input, {});
  if (!files) return report_error(files.error());
  const auto written = write_output(options.output, view(*files, options.format));
  if (!written) return report_error(written.error());
  const auto& days = files->evaluation.days();
  const auto count = [&](QcDayState state) {
    return std::count_if(days.begin(), days.end(),
                         [&](const QcDay& day) { return day.state == state; });
  };
  fmt::print(stderr, "{}: {}; days and agents: {} in, {} out, {} missing\n", options.input,
             files->ranges_version, count(QcDayState::in), count(QcDayState::out),
             count(QcDayState::missing));
  return std::any_of(days.begin(), days.end(), needs_person) ? 1 : 0;
}

}  // namespace

void add_qc_command(CLI::App& program, Run& run) {
  auto* qc = program.add_subcommand("qc", "Quality control of susceptibility testing");
  qc->require_subcommand(1);
  auto options = std::make_shared<Options>();
  auto* check = qc->add_subcommand("check", "Judge each day and agent: in, out or missing");
  check->add_option("file", options->input, "Table with date, strain, agent, method, value")
      ->required();
  check
      ->add_option("--format", options->format,
                   "days, points (a line a result, for a Levey-Jennings chart) or json (both)")
      ->check(CLI::IsMember({"days", "points", "json"}))
      ->capture_default_str();
  check->add_option("--output", options->output, "File for the result instead of standard output");
  check->footer(
      "Exit code 1: a day is out, missing, incomplete or breaks a run rule.\n"
      "Example: kres qc check qc_november.tsv --format points --output chart.tsv");
  check->callback([&run, options] { run = [options] { return run_check(*options); }; });
}

}  // namespace kres::app
