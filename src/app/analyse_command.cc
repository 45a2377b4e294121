// kres analyse: genome analysis of assemblies; no registry needed.
#include <atomic>
#include <future>
#include <memory>
#include <thread>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/analyse_folder.h"
#include "app/analyser.h"
#include "app/analysis_view.h"
#include "app/assemble_reads.h"
#include "app/commands.h"
#include "app/progress.h"
#include "app/read_libraries.h"
#include "app/reference_location.h"
#include "app/report_error.h"
#include "app/stated_species.h"
#include "app/write_output.h"
#include "base/program_heap.h"
#include "base/text.h"
#include "sequence/assembly.h"

namespace kres::app {

namespace {

struct Options {
  std::vector<std::string> inputs;
  ReadFiles reads;
  std::string reference, species, output, output_folder, format = "json";
  int threads = 1;
  bool again = false;
  bool assemble = false;
  double most_depth = 0;
  bool json = false;
};

bool is_single_assembly(const Options& options) {
  return options.inputs.size() == 1 && options.output_folder.empty();
}

// A single assembly is read while the reference set is opened, where there are threads for both.
class EarlyReading {
 public:
  explicit EarlyReading(const Options& options) {
    if (is_single_assembly(options) && options.threads > 1)
      reading_ = std::async(std::launch::async,
                            [path = Path(options.inputs.front())] { return read(path); });
  }
  Result<sequence::Assembly> take(const Path& path) {
    return reading_.valid() ? reading_.get() : read(path);
  }

 private:
  static Result<sequence::Assembly> read(const Path& path) { return sequence::read_assembly(path); }
  std::future<Result<sequence::Assembly>> reading_;
};

struct Text {
  std::string text;
  bool needs_person = false;  // the result has a warning
};

Result<Text> analyse_one(const Options& options, const Analyser& analyser, EarlyReading& early,
                         std::size_t number, int threads) {
  const auto& input = options.inputs[number];
  print_step(fmt::format("{} of {}: {}", number + 1, options.inputs.size(), input));
  KRES_ASSIGN(const auto assembly, early.take(input));
  const auto result = analyser.analyse(assembly, options.species, threads);
  const AnalysisView view(options.format, analyser.reference().manifest());
  return Text{view.lines(result), !result.warnings.empty()};
}

// Texts in the order of the inputs, however many threads made them.
std::vector<Result<Text>> analyse_each(const Options& options, const Analyser& analyser,
                                       EarlyReading& early) {
  const std::size_t count = options.inputs.size();
  std::vector<Result<Text>> texts(count);
  if (count == 1) {
    texts[0] = analyse_one(options, analyser, early, 0, options.threads);
    return texts;
  }
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> workers;
  for (int worker = 0; worker < options.threads; ++worker)
    workers.emplace_back([&] {
      for (std::size_t i = next++; i < count; i = next++)
        texts[i] = analyse_one(options, analyser, early, i, 1);
    });
  workers.clear();
  return texts;
}

// Fails with the first input that cannot be read: there is no partial result.
Result<Text> analyse_all(const Options& options, const Analyser& analyser, EarlyReading& early) {
  Text all{AnalysisView(options.format, analyser.reference().manifest()).header(), false};
  for (auto& text : analyse_each(options, analyser, early)) {
    if (!text) return tl::unexpected<Error>(text.error());
    all.text += text->text;
    all.needs_person = all.needs_person || text->needs_person;
  }
  return all;
}

Result<void> check_inputs(const Options& options) {
  std::error_code unknown;
  for (const auto& input : options.inputs)
    if (std::filesystem::is_directory(input, unknown))
      return bad_input("is a folder", input, 0, "name a folder for the results with --output-dir");
  return {};
}

Result<int> analyse_to_one_place(const Options& options, const Analyser& analyser,
                                 EarlyReading& early) {
  KRES_TRY(check_inputs(options));
  KRES_ASSIGN(const auto text, analyse_all(options, analyser, early));
  KRES_TRY(write_output(options.output, text.text));
  return text.needs_person ? 1 : 0;
}

Result<int> analyse_reads(const Options& options, const Analyser& analyser) {
  KRES_ASSIGN(const auto libraries, read_libraries(options.reads));
  ReadingProgress progress;
  KRES_ASSIGN(auto result, analyser.analyse_reads(libraries,
                                                  {.species = options.species,
                                                   .threads = options.threads,
                                                   .most_depth = options.most_depth,
                                                   .nanopore = !options.reads.nanopore.empty()},
                                                  [&](std::uint64_t read, std::uint64_t total) {
                                                    progress.show(read, total);
                                                    return true;
                                                  }));
  if (options.assemble)
    KRES_TRY(compare_with_assembly(
        libraries, analyser, {.species = options.species, .threads = options.threads}, result));
  const AnalysisView view(options.format, analyser.reference().manifest());
  KRES_TRY(write_output(options.output, view.header() + view.lines(result)));
  return result.warnings.empty() ? 0 : 1;
}

Result<void> check_usage(const Options& options) {
  if (options.inputs.empty() && options.reads.empty())
    return bad_input("nothing to analyse", "", 0,
                     "name assemblies, or reads with --reads R1 R2 (kres analyse --help)");
  if (!options.inputs.empty() && !options.reads.empty())
    return bad_input("assemblies and reads together", options.inputs.front(), 0,
                     "analyse them with two commands");
  if (options.most_depth > 0 && options.reads.empty())
    return bad_input("--max-depth is for reads", "", 0, "name them with --reads R1 R2");
  if (options.assemble && options.reads.empty())
    return bad_input("--assemble is for reads", "", 0, "name them with --reads R1 R2");
  if (options.assemble && !options.reads.nanopore.empty())
    return bad_input("--assemble is for short reads", options.reads.nanopore.front(), 0,
                     "SKESA does not assemble nanopore reads");
  if (!options.reads.empty() && !options.output_folder.empty())
    return bad_input("--output-dir is for assemblies", "", 0, "use --output for reads");
  return {};
}

Result<int> analyse_inputs(const Options& options, const Analyser& analyser, EarlyReading& early) {
  KRES_TRY(check_usage(options));
  if (!options.reads.empty()) return analyse_reads(options, analyser);
  if (options.output_folder.empty()) return analyse_to_one_place(options, analyser, early);
  return analyse_folder({.inputs = options.inputs,
                         .output = options.output_folder,
                         .species = options.species,
                         .format = options.format,
                         .threads = options.threads,
                         .again = options.again},
                        analyser);
}

int run_analyse(Options options) {
  if (is_single_assembly(options)) share_one_heap();
  EarlyReading early(options);
  const auto analyser = Analyser::open(reference_root(options.reference));
  if (!analyser) return report_error(analyser.error(), options.json);
  auto species = stated_species(options.species, analyser->reference());
  if (!species) return report_error(species.error(), options.json);
  options.species = std::move(*species);
  const auto code = analyse_inputs(options, *analyser, early);
  return code ? *code : report_error(code.error(), options.json);
}

}  // namespace

void add_analyse_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand(
      "analyse", "Analyse assembled genomes (FASTA) or reads (FASTQ), plain or compressed");
  command->add_option(
      "inputs", options->inputs,
      "Assemblies; several give one JSON document a line; folders with --output-dir");
  command
      ->add_option("--reads", options->reads.pairs,
                   "Reads of one isolate: one file or a pair; once for each lane")
      ->type_name("R1 [R2]");
  command
      ->add_option("--interleaved", options->reads.interleaved,
                   "Reads of one isolate: pairs in one file; once for each lane")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->type_name("FILE");
  command
      ->add_option("--ont", options->reads.nanopore,
                   "Nanopore reads of one isolate: one or several files of one run")
      ->type_name("FILE...");
  command
      ->add_option("--max-depth", options->most_depth,
                   "Use no more reads than make this depth, x; the result names it")
      ->check(CLI::Range(15.0, 100000.0))
      ->type_name("X");
  command->add_flag("--assemble", options->assemble,
                    "Assemble the reads too (SKESA), and say where the two results differ");
  command->add_option("--reference", options->reference,
                      "Reference set or folder of sets [KRES_REFERENCE]");
  command->add_option("--species", options->species,
                      "Species as stated by the laboratory; found if not given");
  command->add_option("--threads", options->threads, "Threads; the result does not depend on them")
      ->check(CLI::Range(1, 256));
  command->add_option("--format", options->format, join(AnalysisView::formats(), ", "))
      ->check(CLI::IsMember(AnalysisView::formats()));
  auto* file = command->add_option("--output", options->output,
                                   "File for the result instead of standard output");
  auto* folder = command->add_option("--output-dir", options->output_folder,
                                     "Folder: one JSON document per genome, and summary.tsv");
  folder->excludes(file);
  command->add_flag("--again", options->again, "Redo what is in the folder already")->needs(folder);
  command->add_flag("--json", options->json, "Print errors as JSON");
  command->footer(
      "Example: kres analyse genome.fna.gz --format tsv\n"
      "         kres analyse genomes/ --output-dir results --threads 8\n"
      "         kres analyse --reads isolate_R1.fastq.gz isolate_R2.fastq.gz --threads 2\n"
      "         kres analyse --ont isolate_nanopore.fastq.gz --threads 2\n"
      "Exit code 1: done, and a warning in a result needs a person.");
  command->callback([&run, options] { run = [options] { return run_analyse(*options); }; });
}

}  // namespace kres::app
