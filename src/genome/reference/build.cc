#include "genome/reference/build.h"

#include <unistd.h>

#include <algorithm>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "genome/reference/import_sources.h"
#include "genome/reference/index_builder.h"
#include "genome/reference/mlst_index_builder.h"
#include "genome/reference/protein_index.h"
#include "genome/reference/reference_store.h"
#include "genome/reference/set_writer.h"

namespace kres::genome {

namespace {

std::string annotation_table(const Imported& imported) {
  std::string out;
  for (const auto& gene : imported.genes)
    out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", gene.id, gene.drug_class, join(gene.agents, ";"),
                       gene.critical_family, join(gene.aliases, ";"),
                       names_text(imported.identities.names_of(gene)));
  return out;
}

std::uint64_t count_alleles(const std::vector<TypingScheme>& schemes) {
  std::uint64_t alleles = 0;
  for (const auto& scheme : schemes)
    for (const auto& locus : scheme.loci) alleles += locus.alleles.size();
  return alleles;
}

std::map<std::string, std::uint64_t> counts_of(const Imported& imported) {
  std::map<std::string, std::uint64_t> counts = {{"genes", imported.genes.size()},
                                                 {"targets", imported.targets.size()},
                                                 {"schemes", imported.schemes.size()},
                                                 {"alleles", count_alleles(imported.schemes)},
                                                 {"sketches", imported.sketches.size()}};
  const auto count_given = [&](const char* what, std::size_t number) {
    if (number > 0) counts[what] = number;
  };
  count_given("replicons", imported.replicons.size());
  count_given("nucleotide_targets", imported.nucleotide_targets.size());
  count_given("proteins", imported.proteins.size());
  return counts;
}

// Genes come first: line n of genes.tsv annotates entry n of the index.
Result<void> write_sequences(Imported& imported, ImportLog& log, SetWriter& writer) {
  KRES_TRY(writer.write("genes.tsv", annotation_table(imported)));
  std::vector<NewEntry> entries = std::move(imported.genes);
  auto alleles = searched_alleles(imported.schemes);
  for (auto* more :
       {&imported.targets, &alleles, &imported.replicons, &imported.nucleotide_targets})
    entries.insert(entries.end(), std::make_move_iterator(more->begin()),
                   std::make_move_iterator(more->end()));
  SequenceIndexBuilder builder(std::move(entries));
  KRES_TRY(writer.write("sequences.index", builder.build()));
  for (const auto& [inner, outer] : builder.contained())
    log.note(inner.substr(0, inner.find(':')), "", "contained_in_longer_entry", inner, outer);
  return {};
}

Result<void> write_set(const BuildOptions& options, Imported& imported, ImportLog& log,
                       SetWriter& writer, Manifest& manifest, const BuildProgress& progress) {
  manifest.counts = counts_of(imported);
  progress("Index of sequences");
  KRES_TRY(write_sequences(imported, log, writer));
  if (!imported.proteins.empty()) {
    progress("Index of proteins");
    KRES_TRY(writer.write("proteins.index", build_protein_index(imported.proteins)));
  }
  progress("Index of species");
  KRES_ASSIGN(const auto species, SpeciesIndex::build(imported.sketch_kmer_size,
                                                      imported.sketch_seed, imported.sketches));
  KRES_TRY(writer.write("species.index", species));
  progress("Index of typing schemes");
  KRES_TRY(writer.write("mlst.index", MlstIndexBuilder(imported.schemes).build()));
  KRES_TRY(writer.write("identities.tsv", imported.identities.table()));
  imported.identities.note_conflicts(log);
  for (const auto& [name, text] : imported.files) KRES_TRY(writer.write(name, text));
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
  built.manifest.sources = imported.sources;
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
