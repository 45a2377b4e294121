#include "app/reference_sources.h"

#include <CLI/CLI.hpp>

#include "genome/reference/find_releases.h"

namespace kres::app {

namespace {

using genome::BuildOptions;

struct SourceOption {
  const char* name;
  std::optional<Path> BuildOptions::*release;
  const char* what;
};
constexpr SourceOption kSources[] = {
    {"--pubmlst", &BuildOptions::pubmlst, "Folder of PubMLST schemes, one folder each"},
    {"--species", &BuildOptions::species,
     "Table of further genomes that stand for species: species, file, note"},
    {"--ncbi", &BuildOptions::ncbi, "Folder of an NCBI AMRFinderPlus release, either file layout"},
    {"--ncbi-dna", &BuildOptions::ncbi_dna,
     "Folder of an NCBI release that has the AMR_DNA files, beside a newer one without"},
    {"--plasmidfinder", &BuildOptions::plasmidfinder, "FASTA file of PlasmidFinder replicons"},
    {"--rrna23s", &BuildOptions::rrna23s, "Folder of 23S rRNA references and positions"},
};
constexpr const char *kResFinder = "--resfinder", *kKleborate = "--kleborate",
                     *kAllFrom = "--all-from";

}  // namespace

void SourceOptions::add_to(CLI::App& command) {
  const auto add = [&](const char* name, const char* what) {
    command.add_option(name, given_[name], what);
  };
  add(kResFinder, "Folder of a ResFinder database [/usr/share/resfinder/db]");
  add(kKleborate, "Kleborate's data folder");
  for (const auto& source : kSources) add(source.name, source.what);
  add(kAllFrom,
      "Folder that holds releases as ncbi-amrfinderplus/, plasmidfinder/, pubmlst/, rrna23s/: "
      "takes the newest of each that is there");
}

Result<BuildOptions> SourceOptions::build_options() const {
  BuildOptions options;
  const auto text = [&](const char* name) -> const std::string& { return given_.at(name); };
  if (!text(kAllFrom).empty()) KRES_TRY(genome::find_releases(text(kAllFrom), options));
  if (!text(kResFinder).empty()) options.resfinder = text(kResFinder);
  if (!text(kKleborate).empty()) options.kleborate = text(kKleborate);
  for (const auto& source : kSources)
    if (!text(source.name).empty()) options.*source.release = text(source.name);
  return options;
}

}  // namespace kres::app
