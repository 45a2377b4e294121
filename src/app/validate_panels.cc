#include "app/validate_panels.h"

#include "app/progress.h"
#include "resources/resources.h"
#include "sequence/assembly.h"
#include "validation/absence_panel.h"
#include "validation/break_panel.h"
#include "validation/damage_panel.h"

namespace kres::app {

namespace {

std::vector<validation::NamedSequence> named_genes(const genome::ReferenceSet& reference) {
  const auto& index = reference.sequences();
  std::vector<validation::NamedSequence> genes;
  for (genome::EntryId id = 0; id < index.entries().size(); ++id)
    if (index.entry(id).kind == genome::EntryKind::gene)
      genes.push_back({index.name(id), index.sequence(id)});
  return genes;
}

Result<std::vector<validation::PanelGene>> panel_genes(const genome::ReferenceSet& reference) {
  const std::string name = "validation/families.tsv";
  KRES_ASSIGN(auto genes, validation::parse_panel_genes(*data_resource(name), name));
  KRES_TRY(validation::find_sequences(genes, named_genes(reference)));
  return genes;
}

validation::Analyse analysis(const Analyser& analyser, int threads) {
  return [&analyser, threads](const sequence::Assembly& assembly) {
    return analyser.analyse(assembly, "", threads);
  };
}

Result<void> run_damage(const Analyser& analyser, const PanelOptions& options,
                        const std::vector<validation::PanelGene>& genes,
                        validation::Outcomes& outcomes) {
  const std::string name = "validation/damage_cases.tsv";
  KRES_ASSIGN(const auto cases, validation::parse_damage_cases(*data_resource(name), name));
  KRES_ASSIGN(const auto specimens, validation::damage_specimens(genes, cases, options.seed));
  const auto specimen = [&](std::size_t i) { return specimens[i]; };
  print_step("damage panel");
  outcomes.damage =
      validation::run_specimens(specimens.size(), specimen, analysis(analyser, 1), options.threads);
  print_step("damage panel, again with two threads a sample");
  outcomes.damage_again =
      validation::run_specimens(specimens.size(), specimen, analysis(analyser, 2), 1);
  return {};
}

Result<void> run_absence(const Analyser& analyser, const PanelOptions& options,
                         validation::Outcomes& outcomes) {
  print_step("sequences without critical genes");
  outcomes.absent = validation::run_specimens(
      options.random_sequences,
      [&](std::size_t i) { return validation::random_specimen(options.seed, i); },
      analysis(analyser, 1), options.threads);
  for (const auto& path : options.genomes_without) {
    KRES_ASSIGN(auto assembly, sequence::read_assembly(path));
    const auto genome =
        validation::genome_without(Path(path).filename().string(), std::move(assembly.contigs));
    const auto outcome = validation::run_specimens(
        1, [&](std::size_t) { return genome; }, analysis(analyser, 1), 1);
    outcomes.absent.push_back(outcome.front());
  }
  return {};
}

}  // namespace

Result<validation::Outcomes> run_panels(const Analyser& analyser, const PanelOptions& options) {
  KRES_ASSIGN(const auto genes, panel_genes(analyser.reference()));
  validation::Outcomes outcomes;
  if (options.damage_panel) KRES_TRY(run_damage(analyser, options, genes, outcomes));
  if (options.break_panel) {
    print_step("random contig breaks");
    outcomes.breaks = validation::run_specimens(
        options.breaks,
        [&](std::size_t i) { return validation::break_specimen(genes, options.seed, i); },
        analysis(analyser, 1), options.threads);
  }
  KRES_TRY(run_absence(analyser, options, outcomes));
  return outcomes;
}

}  // namespace kres::app
