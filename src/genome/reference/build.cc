#include "genome/reference/build.h"

#include <unistd.h>

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "genome/reference/import_kleborate.h"
#include "genome/reference/import_resfinder.h"
#include "genome/reference/index_builder.h"
#include "genome/reference/reference_store.h"

namespace kres::genome {

namespace {

Result<std::string> table_text(const BuildOptions& options, const std::string& name) {
  const auto found = options.tables.find(name);
  if (found == options.tables.end()) return environment_error("curated table is missing", name);
  return found->second;
}

// Writes files of the set and notes their digests.
class SetWriter {
 public:
  SetWriter(Path directory, Manifest& manifest)
      : directory_(std::move(directory)), manifest_(manifest) {}

  Result<void> write(const std::string& name, std::string_view content) {
    KRES_TRY(make_directories((directory_ / name).parent_path()));
    KRES_TRY(write_file_atomic(directory_ / name, content));
    manifest_.files[name] = sha256_hex(content);
    return {};
  }

 private:
  Path directory_;
  Manifest& manifest_;
};

Result<Source> describe_source(std::string name, std::string version, std::string licence,
                               const Path& folder, const std::vector<std::string>& files) {
  Source source{std::move(name), std::move(version), std::move(licence), {}};
  for (const auto& file : files) {
    KRES_ASSIGN(const auto digest, sha256_file(folder / file));
    std::error_code code;
    source.files.push_back({file, digest, std::filesystem::file_size(folder / file, code)});
  }
  return source;
}

// Genes of a second source join those of the first: an equal sequence becomes an alias.
void join_genes(std::vector<NewEntry>& genes, std::vector<NewEntry> more, ImportLog& log) {
  std::map<std::string_view, std::size_t> by_sequence;
  for (std::size_t i = 0; i < genes.size(); ++i) by_sequence.emplace(genes[i].sequence, i);
  std::vector<NewEntry> fresh;
  std::set<std::string> fresh_sequences;
  for (auto& entry : more) {
    const auto same = by_sequence.find(entry.sequence);
    if (same != by_sequence.end()) {
      log.note("kleborate", "", "same_as_other_source", entry.id, genes[same->second].id);
      genes[same->second].aliases.push_back(entry.id);
    } else if (fresh_sequences.insert(entry.sequence).second) {
      fresh.push_back(std::move(entry));
    } else {
      log.note("kleborate", "", "duplicate_sequence", entry.id);
    }
  }
  genes.insert(genes.end(), std::make_move_iterator(fresh.begin()),
               std::make_move_iterator(fresh.end()));
}

std::string annotation_table(const std::vector<NewEntry>& genes) {
  std::string out;
  for (const auto& gene : genes)
    out += fmt::format("{}\t{}\t{}\t{}\t{}\n", gene.id, gene.drug_class, join(gene.agents, ";"),
                       gene.critical_family, join(gene.aliases, ";"));
  return out;
}

struct Imported {
  ResFinderImport resfinder;
  KleborateImport kleborate;
};

Result<Imported> import_sources(const BuildOptions& options, ImportLog& log,
                                const BuildProgress& progress) {
  Imported imported;
  KRES_ASSIGN(const auto agent_text, table_text(options, "agents.tsv"));
  KRES_ASSIGN(const auto agents, parse_agent_names(agent_text, "agents.tsv"));
  KRES_ASSIGN(const auto family_text, table_text(options, "gene_families.tsv"));
  KRES_ASSIGN(const auto families, GeneFamilies::parse(family_text, "gene_families.tsv"));
  KRES_ASSIGN(const auto class_text, table_text(options, "bla_classes.tsv"));
  KRES_ASSIGN(const auto classes, parse_bla_classes(class_text, "bla_classes.tsv"));
  progress("ResFinder: genes and phenotypes");
  KRES_ASSIGN(imported.resfinder, import_resfinder(options.resfinder, agents, families, log));
  progress("Kleborate: SHV, targets, MLST, species sketches");
  KRES_ASSIGN(imported.kleborate, import_kleborate(options.kleborate, classes, log));
  return imported;
}

Result<void> write_set(const BuildOptions& options, Imported& imported, ImportLog& log,
                       SetWriter& writer, Manifest& manifest, const BuildProgress& progress) {
  auto& kleborate = imported.kleborate;
  auto entries = std::move(imported.resfinder.entries);
  join_genes(entries, std::move(kleborate.genes), log);
  manifest.counts = {{"genes", entries.size()},
                     {"targets", kleborate.targets.size()},
                     {"alleles", kleborate.alleles.size()},
                     {"sketches", kleborate.sketches.size()}};
  KRES_TRY(writer.write("genes.tsv", annotation_table(entries)));
  entries.insert(entries.end(), kleborate.targets.begin(), kleborate.targets.end());
  entries.insert(entries.end(), kleborate.alleles.begin(), kleborate.alleles.end());
  progress("Index of sequences");
  SequenceIndexBuilder builder(std::move(entries));
  KRES_TRY(writer.write("sequences.index", builder.build()));
  for (const auto& [inner, outer] : builder.contained())
    log.note(inner.substr(0, inner.find(':')), "", "contained_in_longer_entry", inner, outer);
  progress("Index of species");
  KRES_ASSIGN(const auto species, SpeciesIndex::build(kleborate.sketch_kmer_size,
                                                      kleborate.sketch_seed, kleborate.sketches));
  KRES_TRY(writer.write("species.index", species));
  KRES_TRY(writer.write("mlst/klebsiella.tsv", kleborate.mlst_profiles));
  for (const auto& [name, text] : options.tables) KRES_TRY(writer.write("tables/" + name, text));
  manifest.counts["notes"] = log.notes().size();
  return writer.write("import_log.tsv", log.tsv());
}

}  // namespace

Result<BuiltReference> build_reference_set(const BuildOptions& options, const Path& root,
                                           const BuildProgress& progress) {
  BuiltReference built;
  KRES_ASSIGN(auto imported, import_sources(options, built.log, progress));
  built.manifest.name = options.name;
  KRES_ASSIGN(auto resfinder, describe_source("ResFinder", imported.resfinder.version, "Apache-2.0",
                                              options.resfinder, imported.resfinder.files));
  KRES_ASSIGN(auto kleborate, describe_source("Kleborate", imported.kleborate.version, "GPL-3.0",
                                              options.kleborate, imported.kleborate.files));
  built.manifest.sources = {std::move(resfinder), std::move(kleborate)};
  const Path staging = root / fmt::format(".building-{}", ::getpid());
  KRES_TRY(make_directories(staging));
  SetWriter writer(staging, built.manifest);
  auto written = write_set(options, imported, built.log, writer, built.manifest, progress);
  const std::string manifest = built.manifest.json();
  if (written) written = write_file_atomic(staging / "manifest.json", manifest);
  if (!written) {
    std::error_code code;
    std::filesystem::remove_all(staging, code);
    return tl::unexpected<Error>(written.error());
  }
  built.manifest.digest = sha256_hex(manifest);
  KRES_ASSIGN(built.directory, publish_reference_set(root, staging, built.manifest.digest));
  return built;
}

}  // namespace kres::genome
