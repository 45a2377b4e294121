// kres analyse: genome analysis of assemblies; no registry needed.
#include <memory>
#include <mutex>
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

std::string view(const genome::GenomeResult& result, const std::string& format) {
  return format == "tsv" ? genome::result_tsv(result) : genome::to_json(result) + "\n";
}

// Results in the order of the inputs, however many threads made them. Stops at the first input that
// cannot be read.
Result<std::string> analyse_all(const Options& options, const Analyser& analyser) {
  const std::size_t count = options.inputs.size();
  std::vector<Result<std::string>> views(count);
  const auto analyse_one = [&](std::size_t i, int threads) {
    print_step(fmt::format("{} of {}: {}", i + 1, count, options.inputs[i]));
    auto result = analyser.analyse(options.inputs[i], options.species, threads);
    if (result)
      views[i] = view(*result, options.format);
    else
      views[i] = fail(result.error());
  };
  if (count == 1) {
    analyse_one(0, options.threads);
  } else {
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (int worker = 0; worker < options.threads; ++worker)
      workers.emplace_back([&] {
        for (std::size_t i = next++; i < count; i = next++) analyse_one(i, 1);
      });
  }
  std::string text = options.format == "tsv" ? genome::result_tsv_header() : "";
  for (auto& one : views) {
    if (!one) return tl::unexpected<Error>(one.error());
    text += *one;
  }
  return text;
}

int run_analyse(const Options& options) {
  const auto analyser = Analyser::open(reference_root(options.reference));
  if (!analyser) return report_error(analyser.error(), options.json);
  const auto text = analyse_all(options, *analyser);
  if (!text) return report_error(text.error(), options.json);
  if (options.output.empty()) {
    fmt::print("{}", *text);
    return 0;
  }
  const auto written = write_file_atomic(options.output, *text);
  return written ? 0 : report_error(written.error(), options.json);
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
  command->footer("Example: kres analyse genome.fna.gz --format tsv");
  command->callback([&run, options] { run = [options] { return run_analyse(*options); }; });
}

}  // namespace kres::app
