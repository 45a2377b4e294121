// kres interpret: S, I, R and wild type for a table of measurements, and an account of every value.
#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/interpret_table.h"
#include "app/output_stream.h"
#include "app/panel_check.h"
#include "app/project_tables.h"
#include "app/quality_control_files.h"
#include "app/report_error.h"
#include "app/write_output.h"
#include "exchange/antibiograms/refusal_tsv.h"
#include "susceptibility/interpretation_json.h"
#include "susceptibility/interpretation_tsv.h"

namespace kres::app {

namespace {

using exchange::Account;
using susceptibility::Interpretation;
using susceptibility::Refusal;

struct Options {
  std::string input, output, refused, breakpoints, breakpoints_dir, format = "tsv", layout, qc,
                                                                    qc_decisions, panel;
  bool json = false, mark_panel = false;

  bool as_json() const { return json || format == "json"; }
};

// Standard output gets the interpretations; refusals go to a table of their own, or are printed.
class Sinks {
 public:
  explicit Sinks(const Options& options) : options_(options), results_(options.output) {
    if (!options.as_json()) results_.add(susceptibility::tsv_header());
  }

  TableOutput output() {
    return {.interpretation =
                [this](const Interpretation& i, std::size_t line) {
                  results_.add(options_.as_json() ? susceptibility::to_json(i) + "\n"
                                                  : susceptibility::to_tsv(i, line));
                },
            .refusal = [this](const Refusal& refusal) { refuse(refusal); }};
  }

  Result<void> finish() {
    KRES_TRY(results_.finish());
    if (options_.refused.empty()) return {};
    return write_output(options_.refused, exchange::refusal_header() + refusals_);
  }

 private:
  void refuse(const Refusal& refusal) {
    if (options_.refused.empty())
      fmt::print(stderr, "{}:{}: {}{}\n", options_.input, refusal.line, refusal.text(),
                 refusal.remedy.empty() ? "" : " (" + refusal.remedy + ")");
    else
      refusals_ += exchange::to_tsv(refusal);
  }

  const Options& options_;
  OutputStream results_;
  std::string refusals_;
};

// What is done to every interpretation: the day's quality control.
Result<Afterwards> load_afterwards(const Options& options) {
  if (options.qc.empty() && options.qc_decisions.empty()) return [](Interpretation&) {};
  if (options.qc.empty())
    return bad_input("--qc-decisions needs --qc, the results that were decided on");
  KRES_ASSIGN(auto files, read_quality_control(options.qc, options.qc_decisions));
  return [files = std::move(files)](Interpretation& i) {
    susceptibility::apply_quality_control(i, files.evaluation, files.decisions);
  };
}

Result<Account> interpret_file(const Options& options) {
  KRES_ASSIGN(const auto standard, load_standard(options.breakpoints, options.breakpoints_dir));
  KRES_ASSIGN(const auto vocabulary, load_table_vocabulary());
  KRES_ASSIGN(const auto afterwards, load_afterwards(options));
  KRES_ASSIGN(const auto panel, PanelCheck::load(options.panel));
  KRES_ASSIGN(const auto text, read_table_text(options.input));
  KRES_ASSIGN(auto reader,
              exchange::TableReader::open(
                  text, options.input, vocabulary, exchange::parse_layout(options.layout),
                  options.mark_panel ? exchange::Check() : panel.refuse(vocabulary.organisms)));
  Sinks sinks(options);
  const auto account = interpret_table(
      reader, standard,
      [&](Interpretation& i) {
        afterwards(i);
        if (options.mark_panel) panel.mark(i, vocabulary.organisms);
      },
      sinks.output());
  KRES_TRY(sinks.finish());
  for (const auto& note : reader.notes()) fmt::print(stderr, "{}: {}\n", options.input, note);
  fmt::print(stderr, "{}: layout {}; {}\n", options.input, exchange::name_of(reader.layout()),
             account.text());
  return account;
}

Error table_error(const std::string& message, const std::string& file) {
  return {ErrorCode::bad_input, message, file, 0, "see whether the columns are shifted"};
}

int run_interpret(const Options& options) {
  const auto account = interpret_file(options);
  if (!account) return report_error(account.error(), options.json);
  if (account->read() == 0)
    return report_error(table_error("holds no measurement", options.input), options.json);
  if (account->read() == account->refused())
    return report_error(table_error("every value is refused", options.input), options.json);
  return account->needing_person() > 0 ? 1 : 0;
}

void add_options(CLI::App& command, Options& options) {
  command
      .add_option("file", options.input,
                  "Table of measurements: our own layout, WHONET's or an antibiogram of NCBI's; "
                  "plain, gzip, xz or zstd")
      ->required();
  command.add_option("--layout", options.layout, "own, whonet or antibiogram; else recognised")
      ->check(CLI::IsMember({"own", "whonet", "antibiogram"}));
  command.add_option("--breakpoints", options.breakpoints,
                     "Breakpoint version (default: the one in force, EUCAST v16.0 if none is)");
  command.add_option("--breakpoints-dir", options.breakpoints_dir,
                     "Folder of imported versions (kres breakpoints)");
  command.add_option("--format", options.format, "tsv or json (one object a line)")
      ->check(CLI::IsMember({"tsv", "json"}));
  command.add_option("--output", options.output, "File for the result instead of standard output");
  command.add_option("--refused", options.refused,
                     "Table of the refused values instead of lines on standard error");
  command.add_option(
      "--panel", options.panel,
      "Panel of the broth microdilutions (CPO, ColR, VRE, LRE): what cannot have been "
      "read off it is refused");
  command.add_flag("--mark-panel", options.mark_panel, "Flag it instead of refusing it");
  command.add_option(
      "--qc", options.qc,
      "Results of quality control: what was measured on a day that is out is blocked");
  command.add_option("--qc-decisions", options.qc_decisions,
                     "What persons decided about days that are out");
  command.add_flag("--json", options.json, "The same as --format json; errors as JSON too");
}

}  // namespace

void add_interpret_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command =
      program.add_subcommand("interpret", "Interpret a table of MICs and zones as S, I, R");
  add_options(*command, *options);
  command->footer(
      "Exit code 1: a value was refused or cannot be interpreted as it was measured; 2: none "
      "could\n"
      "be read.\n"
      "Example: kres interpret whonet.txt --output interpreted.tsv --refused refused.tsv");
  command->callback([&run, options] { run = [options] { return run_interpret(*options); }; });
}

}  // namespace kres::app
