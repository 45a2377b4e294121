// kres reference: builds, lists and verifies reference sets.
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/progress.h"
#include "app/reference_diff_command.h"
#include "app/reference_location.h"
#include "app/reference_sources.h"
#include "app/report_error.h"
#include "genome/reference/add_species.h"
#include "genome/reference/reference_store.h"
#include "resources/resources.h"

namespace kres::app {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string root;
  SourceOptions sources;
  std::string add_name, note;
  std::string before, after;  // sets to compare
  std::vector<std::string> add_genomes;
  bool json = false;
};

Json describe(const genome::Manifest& manifest) {
  Json sources = Json::array();
  for (const auto& source : manifest.sources)
    sources.push_back(
        {{"name", source.name}, {"version", source.version}, {"licence", source.licence}});
  return {{"name", manifest.name},
          {"digest", manifest.digest},
          {"counts", manifest.counts},
          {"sources", sources}};
}

void print_manifest(const genome::Manifest& manifest, bool in_use) {
  fmt::print("{}  {}{}\n", manifest.digest, manifest.name, in_use ? "  (in use)" : "");
  for (const auto& source : manifest.sources)
    fmt::print("  {} {} ({})\n", source.name, source.version, source.licence);
  for (const auto& [what, number] : manifest.counts) fmt::print("  {:>8} {}\n", number, what);
}

void print_log_totals(const genome::ImportLog& log) {
  for (const auto& source : log.sources()) {
    fmt::print("Import of {}:\n", source);
    for (const auto& [what, number] : log.totals(source)) fmt::print("  {:>8} {}\n", number, what);
  }
}

int print_built(const Result<genome::BuiltReference>& built, const Options& options) {
  if (!built) return report_error(built.error(), options.json);
  if (options.json) {
    Json json = describe(built->manifest);
    for (const auto& source : built->log.sources())
      json["import"][source] = built->log.totals(source);
    json["directory"] = built->directory.string();
    fmt::print("{}\n", json.dump());
  } else {
    print_log_totals(built->log);
    print_manifest(built->manifest, true);
    fmt::print("  in {} (see import_log.tsv there)\n", built->directory.string());
  }
  return 0;
}

int build(const Options& options) {
  auto build = options.sources.build_options();
  if (!build) return report_error(build.error(), options.json);
  for (const auto& resource : data_resources())
    if (resource.path.ends_with(".tsv")) build->tables.emplace(resource.path, resource.content);
  return print_built(genome::build_reference_set(*build, reference_root(options.root), print_step),
                     options);
}

int add_species(const Options& options) {
  std::vector<genome::SpeciesGenome> genomes;
  for (const auto& file : options.add_genomes)
    genomes.push_back({options.add_name, file, options.note});
  return print_built(genome::add_species(reference_root(options.root), genomes, print_step),
                     options);
}

Result<genome::Manifest> read_manifest(const Path& set) {
  KRES_ASSIGN(const auto text, read_file(set / "manifest.json"));
  return genome::Manifest::parse(text, (set / "manifest.json").string());
}

int list(const Options& options) {
  const Path root = reference_root(options.root);
  const auto sets = genome::list_reference_sets(root);
  if (!sets) return report_error(sets.error(), options.json);
  const auto in_use = genome::resolve_reference_set(root);
  if (!in_use) return report_error(in_use.error(), options.json);
  Json json = Json::array();
  for (const auto& set : *sets) {
    const auto manifest = read_manifest(set);
    if (!manifest) return report_error(manifest.error(), options.json);
    const bool used = set.filename() == in_use->filename();
    Json item = describe(*manifest);
    item["in_use"] = used;
    json.push_back(std::move(item));
    if (!options.json) print_manifest(*manifest, used);
  }
  if (options.json) fmt::print("{}\n", json.dump());
  return 0;
}

int verify(const Options& options) {
  const auto set = genome::resolve_reference_set(reference_root(options.root));
  if (!set) return report_error(set.error(), options.json);
  const auto opened = genome::ReferenceSet::open(*set, true);
  if (!opened) return report_error(opened.error(), options.json);
  const auto& manifest = opened->manifest();
  if (options.json)
    fmt::print(
        "{}\n",
        Json({{"digest", manifest.digest}, {"files", manifest.files.size()}, {"ok", true}}).dump());
  else
    fmt::print("{}: {} files as the manifest says\n", manifest.digest, manifest.files.size());
  return 0;
}

int diff(const Options& options) {
  return run_reference_diff(options.root, options.before, options.after, options.json);
}

}  // namespace

void add_reference_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("reference", "Build, list and verify reference sets");
  command->require_subcommand(1);
  command->footer("Example: kres reference build && kres reference verify");
  const auto add = [&](const char* name, const char* what, int (*action)(const Options&)) {
    auto* sub = command->add_subcommand(name, what);
    sub->add_option("--reference", options->root, "Folder of reference sets [KRES_REFERENCE]");
    sub->add_flag("--json", options->json, "Print JSON");
    sub->callback(
        [&run, options, action] { run = [options, action] { return action(*options); }; });
    return sub;
  };
  auto* builder =
      add("build", "Build the default set from installed releases and the curated tables", build);
  options->sources.add_to(*builder);
  builder->footer("Example: kres reference build --json");
  auto* adder =
      add("add-species", "Make a new set of the one in use and genomes that stand for a species",
          add_species);
  adder->add_option("name", options->add_name, "Species, \"Pseudomonas aeruginosa\"")->required();
  adder->add_option("genomes", options->add_genomes, "Assemblies of it")->required();
  adder->add_option("--force", options->note,
                    "Take a genome whose best match is another species; the reason, which the set "
                    "keeps");
  adder->footer("Example: kres reference add-species \"Pseudomonas aeruginosa\" PAO1.fna.gz");
  add_fetch_command(*command, run);
  add("list", "List the sets that are here", list)->footer("Example: kres reference list");
  auto* differ = add("diff", "Say what changed between two sets", diff);
  differ->add_option("before", options->before, "A set: its digest or folder")->required();
  differ->add_option("after", options->after, "The other")->required();
  differ->footer("Example: kres reference diff 5a5b9f27 e261de3b");
  add("verify", "Check every file of the set in use against its manifest", verify)
      ->footer("Example: kres reference verify --reference /srv/kres/reference");
}

}  // namespace kres::app
