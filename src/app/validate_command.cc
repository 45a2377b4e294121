// kres validate: checks the program against cases of known truth.
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/make_genomes.h"
#include "app/reference_location.h"
#include "app/report_error.h"
#include "app/validate_panels.h"
#include "app/version.h"
#include "base/date.h"
#include "base/proportion.h"
#include "resources/resources.h"
#include "validation/report/report.h"

namespace kres::app {

namespace {

struct Options {
  std::string reference, panel = "all", reads, agreement, json, pdf, language = "nb", date;
  PanelOptions panels;
};

void add_make_genomes(CLI::App& command, Run& run) {
  auto options = std::make_shared<MakeGenomes>();
  options->database = "/usr/share/resfinder/db";
  auto* sub = command.add_subcommand(
      "make-genomes", "Make genomes of known resistance genes from real ones, by a seed");
  sub->add_option("genomes", options->real, "Assemblies of real genomes")->required();
  sub->add_option("--to", options->directory, "Folder for the genomes")->required();
  sub->add_option("--count", options->count, "Number of genomes, the real ones included [200]");
  sub->add_option("--seed", options->seed, "Seed; the same seed makes the same genomes [1]");
  sub->add_option("--database", options->database,
                  "ResFinder database whose genes are put in [/usr/share/resfinder/db]");
  sub->footer("Example: kres validate make-genomes --to set --count 20 genome1.fna genome2.fna");
  sub->callback([&run, options] {
    run = [options] {
      const auto made = make_genomes(*options);
      return made ? 0 : report_error(made.error(), false);
    };
  });
}

validation::Basis basis_of(const Analyser& analyser, const Options& options) {
  const auto& manifest = analyser.reference().manifest();
  const auto& settings = analyser.reference().settings();
  validation::Basis basis{.software = std::string(kSoftware),
                          .reference_name = manifest.name,
                          .reference_digest = manifest.digest,
                          .settings_name = settings.name,
                          .settings_digest = settings.digest,
                          .sources = {},
                          .date = options.date,
                          .seed = options.panels.seed};
  for (const auto& source : manifest.sources)
    basis.sources.push_back(source.name + " " + source.version);
  return basis;
}

Result<std::optional<validation::ReadsPart>> measured_reads(const Options& options) {
  if (options.reads.empty()) return std::nullopt;
  KRES_ASSIGN(const auto text, read_file(options.reads));
  KRES_ASSIGN(auto part, validation::parse_reads_part(text, options.reads));
  return part;
}

Result<std::optional<validation::AgreementPart>> measured_agreement(const Options& options) {
  if (options.agreement.empty()) return std::nullopt;
  KRES_ASSIGN(const auto text, read_file(options.agreement));
  KRES_ASSIGN(auto part, validation::parse_agreement_part(text, options.agreement));
  return part;
}

Result<validation::Report> make_report(const Options& options) {
  KRES_ASSIGN(const auto measured, measured_reads(options));  // before the long work
  KRES_ASSIGN(const auto agreement, measured_agreement(options));
  KRES_ASSIGN(const auto analyser, Analyser::open(reference_root(options.reference)));
  auto panels = options.panels;
  panels.damage_panel = options.panel != "breaks";
  panels.break_panel = options.panel != "damage";
  KRES_ASSIGN(const auto outcomes, run_panels(analyser, panels));
  const std::string cases = "validation/damage_cases.tsv";
  validation::Report report{.basis = basis_of(analyser, options),
                            .summary = validation::summarise(outcomes),
                            .cases = {},
                            .reads = {},
                            .agreement = {}};
  KRES_ASSIGN(report.cases, validation::parse_damage_cases(*data_resource(cases), cases));
  if (measured) validation::add_reads(report, *measured);
  if (agreement) validation::add_agreement(report, *agreement);
  return report;
}

void print_summary(const validation::Report& report, const validation::ReportTexts& texts) {
  for (const auto& figure : report.summary.figures) {
    const auto interval = wilson_interval(figure.proportion);
    fmt::print("{:>7} / {:<7} {:7.3f} - {:.3f} %  {}\n", figure.proportion.count,
               figure.proportion.total, 100 * interval.low, 100 * interval.high,
               texts.in(figure.key));
  }
  for (const auto& fault : report.summary.faults) fmt::print("  {}\n", fault);
  fmt::print("{}\n", texts.in(report.summary.kept() ? "kept" : "broken"));
}

Result<void> write_report(const Options& options, const validation::Report& report,
                          const validation::ReportTexts& texts) {
  if (!options.json.empty())
    KRES_TRY(write_file_atomic(options.json, validation::report_json(report, texts)));
  if (options.pdf.empty()) return {};
  KRES_ASSIGN(const auto pdf, validation::report_pdf(report, texts));
  return write_file_atomic(options.pdf, pdf);
}

int run_validate(const Options& options) {
  const std::string name = "texts/validation.tsv";
  if (!options.date.empty() && !Date::parse(options.date))
    return report_error({ErrorCode::bad_input, "not a date such as 2026-11-22: " + options.date},
                        false);
  const auto texts = validation::ReportTexts::parse(*data_resource(name), name, options.language);
  if (!texts) return report_error(texts.error(), false);
  const auto report = make_report(options);
  if (!report) return report_error(report.error(), false);
  print_summary(*report, *texts);
  if (const auto written = write_report(options, *report, *texts); !written)
    return report_error(written.error(), false);
  return report->summary.kept() ? 0 : 1;
}

void add_panel_options(CLI::App& command, Options& options) {
  command.add_option("--reference", options.reference,
                     "Reference set or folder of sets [KRES_REFERENCE]");
  command.add_option("--panel", options.panel, "damage, breaks or all [all]")
      ->check(CLI::IsMember({"damage", "breaks", "all"}));
  command.add_option("--seed", options.panels.seed, "Seed of what is drawn at random [1]");
  command.add_option("--breaks", options.panels.breaks, "Number of random contig breaks [10000]");
  command.add_option("--without", options.panels.genomes_without,
                     "Assemblies that carry no critical gene");
  command
      .add_option("--threads", options.panels.threads,
                  "Threads; the report does not depend on them")
      ->check(CLI::Range(1, 256));
  command.add_option("--reads", options.reads,
                     "What tools/validate-reads measured (reads.json), to be in the report");
  command.add_option("--agreement", options.agreement,
                     "What kres_euscape_report wrote (euscape.json), to be in the report");
  command.add_option("--json", options.json, "File for the report as JSON");
  command.add_option("--pdf", options.pdf, "File for the report as PDF");
  command.add_option("--language", options.language, "nb or en [nb]")
      ->check(CLI::IsMember({"nb", "en"}));
  command.add_option("--date", options.date, "Date that the report names, YYYY-MM-DD");
}

}  // namespace

void add_validate_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command =
      program.add_subcommand("validate", "Check the program against cases of known truth");
  add_panel_options(*command, *options);
  add_make_genomes(*command, run);
  command->footer(
      "Example: kres validate --pdf report.pdf --json report.json --date 2026-11-22\n"
      "Exit code 1: a promise is broken; the report says which.");
  command->callback([&run, command, options] {
    if (command->get_subcommands().empty()) run = [options] { return run_validate(*options); };
  });
}

}  // namespace kres::app
