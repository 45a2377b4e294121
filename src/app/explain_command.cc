// kres explain: the mechanistic explanation of one isolate.
#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/project_tables.h"
#include "app/report_error.h"
#include "app/write_output.h"
#include "base/files.h"
#include "exchange/genotype/amrfinder_result.h"
#include "genome/result/json.h"
#include "mechanism/explain.h"
#include "mechanism/explanation_json.h"
#include "mechanism/explanation_text.h"
#include "mechanism/test_outcome_table.h"
#include "susceptibility/measurement_table.h"

namespace kres::app {

namespace {

using susceptibility::Measurement;

struct Options {
  std::string genome, genotype, ast, tests, isolate, output, date;
  std::string language = "nb", format = "text", breakpoints, breakpoints_dir;
  bool json = false;
};

// The measurements of one isolate, which must be of one organism.
Result<std::vector<Measurement>> of_isolate(std::vector<Measurement> all, const Options& options) {
  const std::string isolate = options.isolate.empty() ? all.front().isolate : options.isolate;
  const bool several =
      std::any_of(all.begin(), all.end(), [&](const auto& m) { return m.isolate != isolate; });
  if (several && options.isolate.empty())
    return bad_input("holds several isolates", options.ast, 0, "choose one with --isolate");
  std::erase_if(all, [&](const auto& m) { return m.isolate != isolate; });
  if (all.empty())
    return bad_input(fmt::format("holds no isolate '{}'", options.isolate), options.ast);
  for (const auto& m : all)
    if (m.organism != all.front().organism)
      return bad_input(fmt::format("isolate '{}' has two organisms: {} and {}", isolate,
                                   all.front().organism, m.organism),
                       options.ast);
  return all;
}

Result<Date> day_of(const Options& options) {
  if (options.date.empty()) return local_date(system_now(), "Europe/Oslo");
  if (const auto date = Date::parse(options.date)) return *date;
  return bad_input(fmt::format("'{}' is no date", options.date), {}, 0, "write it as 2026-11-21");
}

// The genotype of the isolate in AMRFinderPlus' table; what could not be used goes to stderr.
Result<genome::GenomeResult> read_genotype(const Options& options,
                                           const mechanism::ExplainInput& input,
                                           const OrganismTable& organisms) {
  const auto organism = organisms.resolve(input.organism);
  if (!organism)
    return bad_input(fmt::format("organism '{}' is unknown", input.organism), options.ast);
  KRES_ASSIGN(const auto tables, load_genotype_tables());
  KRES_ASSIGN(const auto text, read_file(options.genotype));
  KRES_ASSIGN(const auto table, exchange::read_amrfinder_table(text, options.genotype));
  KRES_ASSIGN(auto result, exchange::amrfinder_result(table, input.isolate, *organism, tables));
  for (const auto& warning : result.warnings)
    fmt::print(stderr, "{}: {}\n", options.genotype, warning);
  return result;
}

Result<std::vector<mechanism::TestOutcome>> read_tests(const Options& options,
                                                       const mechanism::ExplainInput& input,
                                                       const mechanism::Knowledge& knowledge) {
  std::vector<mechanism::TestOutcome> outcomes;
  if (options.tests.empty()) return outcomes;
  KRES_ASSIGN(const auto text, read_file(options.tests));
  KRES_ASSIGN(auto all, mechanism::read_test_outcomes(text, options.tests, knowledge.tests,
                                                      local_date(system_now(), "Europe/Oslo")));
  for (auto& one : all)
    if (one.isolate == input.isolate) outcomes.push_back(std::move(one.outcome));
  if (outcomes.empty())
    return bad_input(fmt::format("holds no test of isolate '{}'", input.isolate), options.tests);
  return outcomes;
}

Result<mechanism::ExplainInput> read_input(const Options& options,
                                           const mechanism::Knowledge& knowledge) {
  KRES_ASSIGN(const auto agents, load_agents());
  KRES_ASSIGN(const auto standard, load_standard(options.breakpoints, options.breakpoints_dir));
  KRES_ASSIGN(const auto ast, read_file(options.ast));
  KRES_ASSIGN(auto all, susceptibility::read_measurements(ast, options.ast, agents));
  KRES_ASSIGN(const auto measurements, of_isolate(std::move(all), options));
  mechanism::ExplainInput input;
  input.isolate = measurements.front().isolate;
  input.organism = measurements.front().organism;
  input.measured = susceptibility::interpret_isolate(measurements, standard);
  KRES_ASSIGN(input.today, day_of(options));
  KRES_ASSIGN(input.tests, read_tests(options, input, knowledge));
  if (!options.genotype.empty()) {
    KRES_ASSIGN(input.genome, read_genotype(options, input, standard.organisms));
    return input;
  }
  if (options.genome.empty()) return input;
  KRES_ASSIGN(const auto text, read_file(options.genome));
  KRES_ASSIGN(input.genome, genome::result_from_json(text, options.genome));
  return input;
}

Result<mechanism::Explanation> explain_files(const Options& options) {
  KRES_ASSIGN(const auto knowledge, load_knowledge());
  KRES_ASSIGN(const auto input, read_input(options, knowledge));
  return mechanism::explain(input, knowledge);
}

int run_explain(const Options& options) {
  const auto explanation = explain_files(options);
  if (!explanation) return report_error(explanation.error(), options.json);
  const bool as_json = options.json || options.format == "json";
  const auto written =
      write_output(options.output,
                   as_json ? mechanism::to_json(*explanation) + "\n"
                           : mechanism::to_text(*explanation, *parse_language(options.language)));
  if (!written) return report_error(written.error(), options.json);
  return explanation->needs_person ? 1 : 0;
}

}  // namespace

void add_explain_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand(
      "explain", "Explain the susceptibility of one isolate by what its genome holds");
  auto* genome = command->add_option("--genome", options->genome, "Result of kres analyse (JSON)");
  command
      ->add_option("--genotype", options->genotype,
                   "Instead of it, the table that AMRFinderPlus printed of one or more genomes")
      ->excludes(genome);
  command->add_option("--ast", options->ast, "Table of measurements, as for kres interpret")
      ->required();
  command->add_option("--tests", options->tests,
                      "Table of confirmatory tests: isolate, test, outcome, date");
  command->add_option("--isolate", options->isolate, "Isolate, if the table holds several");
  command->add_option("--lang", options->language, "Language of the text")
      ->check(CLI::IsMember({"nb", "en"}))
      ->capture_default_str();
  command->add_option("--format", options->format, "text, or json with both languages")
      ->check(CLI::IsMember({"text", "json"}));
  command->add_option("--breakpoints", options->breakpoints,
                      "Breakpoint version (default: the one in force, EUCAST v16.0 if none is)");
  command->add_option("--breakpoints-dir", options->breakpoints_dir,
                      "Folder of imported versions (kres breakpoints)");
  command->add_option("--date", options->date,
                      "Day whose case definitions hold; today if not given");
  command->add_option("--output", options->output,
                      "File for the result instead of standard output");
  command->add_flag("--json", options->json, "The same as --format json; errors as JSON too");
  command->footer(
      "Exit code 1: the explanation asks for something to be done.\n"
      "Example: kres explain --genome result.json --ast susceptibility.tsv --lang en");
  command->callback([&run, options] { run = [options] { return run_explain(*options); }; });
}

}  // namespace kres::app
