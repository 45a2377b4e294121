// kres analyse: genome analysis of assemblies; no registry needed.
#include <atomic>
#include <memory>
#include <thread>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/analyser.h"
#include "app/commands.h"
#include "app/progress.h"
#include "app/reference_location.h"
#include "app/report_error.h"
#include "genome/analysis/table.h"
#include "genome/result/json.h"

namespace kres::app {

namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string reference, species, output, format = "json";
  int threads = 1;
  bool json = false;
};

struct View {
  std::string text;
  bool needs_person = false;  // the result has a warning
};

Result<View> analyse_one(const Options& options, const Analyser& analyser, std::size_t number,
                         int threads) {
  const auto& input = options.inputs[number];
  print_step(fmt::format("{} of {}: {}", number + 1, options.inputs.size(), input));
  KRES_ASSIGN(const auto result, analyser.analyse(input, options.species, threads));
  return View{options.format == "tsv" ? genome::result_tsv(result) : genome::to_json(result) + "\n",
              !result.warnings.empty()};
}

// Views in the order of the inputs, however many threads made them.
std::vector<Result<View>> analyse_each(const Options& options, const Analyser& analyser) {
  const std::size_t count = options.inputs.size();
  std::vector<Result<View>> views(count);
  if (count == 1) {
    views[0] = analyse_one(options, analyser, 0, options.threads);
    return views;
  }
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> workers;
  for (int worker = 0; worker < options.threads; ++worker)
    workers.emplace_back([&] {
      for (std::size_t i = next++; i < count; i = next++)
        views[i] = analyse_one(options, analyser, i, 1);
    });
  workers.clear();
  return views;
}

// Fails with the first input that cannot be read: there is no partial result.
Result<View> analyse_all(const Options& options, const Analyser& analyser) {
  View all{options.format == "tsv" ? genome::result_tsv_header() : "", false};
  for (auto& view : analyse_each(options, analyser)) {
    if (!view) return tl::unexpected<Error>(view.error());
    all.text += view->text;
    all.needs_person = all.needs_person || view->needs_person;
  }
  return all;
}

int run_analyse(const Options& options) {
  const auto analyser = Analyser::open(reference_root(options.reference));
  if (!analyser) return report_error(analyser.error(), options.json);
  const auto view = analyse_all(options, *analyser);
  if (!view) return report_error(view.error(), options.json);
  if (options.output.empty())
    fmt::print("{}", view->text);
  else if (const auto written = write_file_atomic(options.output, view->text); !written)
    return report_error(written.error(), options.json);
  return view->needs_person ? 1 : 0;
}

}  // namespace

void add_analyse_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command =
      program.add_subcommand("analyse", "Analyse assembled genomes (FASTA, plain or compressed)");
  command
      ->add_option("inputs", options->inputs, "Assemblies; several give one JSON document a line")
      ->required();
  command->add_option("--reference", options->reference,
                      "Reference set or folder of sets [KRES_REFERENCE]");
  command->add_option("--species", options->species,
                      "Species as stated by the laboratory; found if not given");
  command->add_option("--threads", options->threads, "Threads; the result does not depend on them")
      ->check(CLI::Range(1, 256));
  command->add_option("--format", options->format, "json or tsv")
      ->check(CLI::IsMember({"json", "tsv"}));
  command->add_option("--output", options->output,
                      "File for the result instead of standard output");
  command->add_flag("--json", options->json, "Print errors as JSON");
  command->footer(
      "Example: kres analyse genome.fna.gz --format tsv\n"
      "Exit code 1: done, and a warning in a result needs a person.");
  command->callback([&run, options] { run = [options] { return run_analyse(*options); }; });
}

}  // namespace kres::app
