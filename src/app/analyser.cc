#include "app/analyser.h"

#include "app/version.h"
#include "sequence/assembly.h"

namespace kres::app {

Result<Analyser> Analyser::open(const Path& reference) {
  KRES_ASSIGN(auto engine, genome::Engine::open(reference));
  const auto& set = engine.reference();
  KRES_ASSIGN(const auto rule_text, set.table("rules/phenotype.tsv"));
  KRES_ASSIGN(const auto class_text, set.table("rules/gene_classes.tsv"));
  KRES_ASSIGN(auto rules, genome::RuleTable::parse(rule_text, class_text, "rules/phenotype.tsv"));
  KRES_ASSIGN(const auto organism_text, set.table("organisms.tsv"));
  KRES_ASSIGN(auto organisms, OrganismTable::parse(organism_text, "organisms.tsv"));
  return Analyser(std::move(engine), std::move(rules), std::move(organisms));
}

Result<genome::GenomeResult> Analyser::analyse(const Path& path, const std::string& species,
                                               int threads) const {
  KRES_ASSIGN(const auto assembly, sequence::read_assembly(path));
  return analyse(assembly, species, threads);
}

Result<genome::GenomeResult> Analyser::analyse(std::string_view bytes, const std::string& name,
                                               const std::string& species, int threads) const {
  KRES_ASSIGN(const auto assembly, sequence::parse_assembly(bytes, name));
  return analyse(assembly, species, threads);
}

genome::GenomeResult Analyser::analyse(const sequence::Assembly& assembly,
                                       const std::string& species, int threads) const {
  auto result = engine_.analyse(
      assembly, {.software = std::string(kSoftware), .species = species, .threads = threads});
  result.phenotype = genome::predict_phenotype(result, rules_, organisms_);
  return result;
}

Result<genome::GenomeResult> Analyser::analyse_reads(
    const std::vector<genome::ReadLibrary>& libraries, const ReadOptions& options,
    const genome::ReadProgress& progress) const {
  KRES_ASSIGN(auto result, engine_.analyse_reads(libraries, {.software = std::string(kSoftware),
                                                             .species = options.species,
                                                             .threads = options.threads,
                                                             .most_depth = options.most_depth,
                                                             .nanopore = options.nanopore,
                                                             .progress = progress}));
  result.phenotype = genome::predict_phenotype(result, rules_, organisms_);
  return result;
}

}  // namespace kres::app
