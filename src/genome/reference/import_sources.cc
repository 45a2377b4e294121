#include "genome/reference/import_sources.h"

#include <algorithm>
#include <iterator>

#include "genome/reference/import_kleborate.h"
#include "genome/reference/import_ncbi.h"
#include "genome/reference/import_plasmidfinder.h"
#include "genome/reference/import_pubmlst.h"
#include "genome/reference/import_resfinder.h"
#include "genome/reference/import_rrna23s.h"
#include "genome/reference/known_agents.h"
#include "genome/reference/set_writer.h"
#include "genome/reference/species_genome.h"
#include "genome/reference/target_flanks.h"

namespace kres::genome {

namespace {

Result<std::string> table_text(const BuildOptions& options, const std::string& name) {
  const auto found = options.tables.find(name);
  if (found == options.tables.end()) return environment_error("curated table is missing", name);
  return found->second;
}

Result<GeneFamilies> gene_families(const BuildOptions& options) {
  KRES_ASSIGN(const auto text, table_text(options, "gene_families.tsv"));
  return GeneFamilies::parse(text, "gene_families.tsv");
}

Result<void> add_resfinder(const BuildOptions& options, Imported& imported, ImportLog& log) {
  KRES_ASSIGN(const auto agent_text, table_text(options, "agents.tsv"));
  KRES_ASSIGN(const auto agents, parse_agent_names(agent_text, "agents.tsv"));
  KRES_ASSIGN(const auto families, gene_families(options));
  KRES_ASSIGN(auto release, import_resfinder(options.resfinder, agents, families, log));
  KRES_ASSIGN(auto source, describe_source("ResFinder", release.version, "Apache-2.0",
                                           options.resfinder, release.files));
  imported.sources.push_back(std::move(source));
  for (const auto& gene : release.entries) imported.identities.add_entry(gene);
  imported.genes = std::move(release.entries);
  return {};
}

Result<void> add_kleborate(const BuildOptions& options, Imported& imported, ImportLog& log) {
  KRES_ASSIGN(const auto class_text, table_text(options, "bla_classes.tsv"));
  KRES_ASSIGN(const auto classes, parse_bla_classes(class_text, "bla_classes.tsv"));
  KRES_ASSIGN(auto release, import_kleborate(options.kleborate, classes, log));
  KRES_ASSIGN(auto source, describe_source("Kleborate", release.version, "GPL-3.0",
                                           options.kleborate, release.files));
  imported.sources.push_back(std::move(source));
  for (const auto& gene : release.genes) imported.identities.add_entry(gene);
  for (const auto& named : release.card) imported.identities.add_nucleotides(named);
  join_genes(imported.genes, std::move(release.genes), "kleborate", log);
  imported.targets = std::move(release.targets);
  imported.schemes.push_back(std::move(release.scheme));
  imported.sketch_kmer_size = release.sketch_kmer_size;
  imported.sketch_seed = release.sketch_seed;
  imported.sketches = std::move(release.sketches);
  return {};
}

Result<void> add_target_flanks(const BuildOptions& options, Imported& imported, ImportLog&) {
  KRES_ASSIGN(const auto text, table_text(options, "target_flanks.tsv"));
  KRES_ASSIGN(const auto flanks, parse_target_flanks(text, "target_flanks.tsv"));
  imported.add_nucleotide_targets(flank_entries(flanks));
  return {};
}

// A scheme of PubMLST replaces the one of the same name that came with another release.
Result<void> add_pubmlst(const BuildOptions& options, Imported& imported, ImportLog& log) {
  KRES_ASSIGN(auto release, import_pubmlst(*options.pubmlst, log));
  KRES_ASSIGN(auto source, describe_source("PubMLST", release.version, "open with citation",
                                           *options.pubmlst, release.files));
  imported.sources.push_back(std::move(source));
  for (auto& scheme : release.schemes) {
    std::erase_if(imported.schemes, [&](const TypingScheme& other) {
      if (other.name != scheme.name) return false;
      log.note(other.source, "", "scheme_replaced_by_pubmlst", other.name, other.version);
      return true;
    });
    imported.schemes.push_back(std::move(scheme));
  }
  std::sort(imported.schemes.begin(), imported.schemes.end(),
            [](const TypingScheme& a, const TypingScheme& b) { return a.name < b.name; });
  return {};
}

Result<void> add_species_genomes(const BuildOptions& options, Imported& imported, ImportLog& log) {
  KRES_ASSIGN(const auto text, read_file(*options.species));
  KRES_ASSIGN(const auto genomes, parse_species_genomes(text, *options.species));
  SketchParameters parameters{.kmer_size = imported.sketch_kmer_size, .seed = imported.sketch_seed};
  if (!imported.sketches.empty()) parameters.sketch_size = imported.sketches.front().hashes.size();
  KRES_ASSIGN(auto sketches, sketch_species(genomes, imported.sketches, parameters, log));
  KRES_ASSIGN(auto source, describe_genomes(genomes));
  imported.sources.push_back(std::move(source));
  imported.sketches.insert(imported.sketches.end(), std::make_move_iterator(sketches.begin()),
                           std::make_move_iterator(sketches.end()));
  return {};
}

Result<NcbiKnowledge> ncbi_knowledge(const BuildOptions& options) {
  KRES_ASSIGN(const auto subclass_text, table_text(options, "ncbi_subclasses.tsv"));
  KRES_ASSIGN(auto subclasses, NcbiSubclasses::parse(subclass_text, "ncbi_subclasses.tsv"));
  KRES_ASSIGN(auto families, gene_families(options));
  return NcbiKnowledge{std::move(families), std::move(subclasses)};
}

Result<void> add_ncbi(const BuildOptions& options, Imported& imported, ImportLog& log) {
  KRES_ASSIGN(const auto knowledge, ncbi_knowledge(options));
  KRES_ASSIGN(auto release, import_ncbi(*options.ncbi, knowledge, !options.ncbi_dna, log));
  KRES_ASSIGN(auto source, describe_source("NCBI AMRFinderPlus", release.version, "public domain",
                                           *options.ncbi, release.files));
  imported.sources.push_back(std::move(source));
  const KnownAgents known(imported.genes);
  for (auto& gene : release.genes) known.complete(gene);
  for (auto& protein : release.proteins) known.complete(protein);
  for (const auto& gene : release.genes) imported.identities.add_entry(gene);
  for (const auto& protein : release.proteins)
    if (protein.kind == ProteinKind::gene)
      imported.identities.add_protein(
          {{"NCBI", protein.name, protein.id.substr(std::string_view("ncbi:").size())},
           protein.sequence});
  join_genes(imported.genes, std::move(release.genes), "ncbi", log);
  imported.proteins = std::move(release.proteins);
  imported.add_nucleotide_targets(std::move(release.nucleotide_targets));
  imported.files.merge(release.tables);
  return {};
}

Result<void> add_ncbi_dna(const BuildOptions& options, Imported& imported, ImportLog& log) {
  KRES_ASSIGN(const auto knowledge, ncbi_knowledge(options));
  KRES_ASSIGN(auto release, import_ncbi_dna(*options.ncbi_dna, knowledge, log));
  KRES_ASSIGN(auto source,
              describe_source("NCBI AMRFinderPlus, nucleotide references", release.version,
                              "public domain", *options.ncbi_dna, release.files));
  imported.sources.push_back(std::move(source));
  imported.add_nucleotide_targets(std::move(release.nucleotide_targets));
  imported.files.merge(release.tables);
  return {};
}

Result<void> add_plasmidfinder(const BuildOptions& options, Imported& imported, ImportLog& log) {
  KRES_ASSIGN(auto release, import_plasmidfinder(*options.plasmidfinder, log));
  KRES_ASSIGN(auto source, describe_source("PlasmidFinder", release.version, "Apache-2.0",
                                           options.plasmidfinder->parent_path(),
                                           {options.plasmidfinder->filename().string()}));
  imported.sources.push_back(std::move(source));
  imported.replicons = std::move(release.replicons);
  return {};
}

Result<void> add_rrna23s(const BuildOptions& options, Imported& imported, ImportLog& log) {
  KRES_ASSIGN(auto release, import_rrna23s(*options.rrna23s, log));
  KRES_ASSIGN(auto source, describe_source("23S rRNA references", release.version, "MIT",
                                           *options.rrna23s, release.files));
  imported.sources.push_back(std::move(source));
  imported.add_nucleotide_targets(std::move(release.references));
  imported.files.merge(release.tables);
  return {};
}

}  // namespace

Result<Imported> import_sources(const BuildOptions& options, ImportLog& log,
                                const BuildProgress& progress) {
  struct Step {
    const char* title;
    bool given;
    Result<void> (*add)(const BuildOptions&, Imported&, ImportLog&);
  };
  const Step steps[] = {
      {"ResFinder: genes and phenotypes", true, add_resfinder},
      {"Kleborate: SHV, targets, MLST, species sketches", true, add_kleborate},
      {"Bases beside target genes", true, add_target_flanks},
      {"PubMLST: typing schemes", options.pubmlst.has_value(), add_pubmlst},
      {"Further genomes of species", options.species.has_value(), add_species_genomes},
      {"NCBI AMRFinderPlus: proteins, coding sequences, mutations", options.ncbi.has_value(),
       add_ncbi},
      {"NCBI AMRFinderPlus: nucleotide references", options.ncbi_dna.has_value(), add_ncbi_dna},
      {"PlasmidFinder: replicons", options.plasmidfinder.has_value(), add_plasmidfinder},
      {"23S rRNA: references, numbering, positions", options.rrna23s.has_value(), add_rrna23s},
  };
  Imported imported;
  for (const auto& step : steps) {
    if (!step.given) continue;
    progress(step.title);
    KRES_TRY(step.add(options, imported, log));
  }
  return imported;
}

}  // namespace kres::genome
