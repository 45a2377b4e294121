#include "app/make_genomes.h"

#include <fmt/format.h>

#include "app/progress.h"
#include "base/text.h"
#include "genome/concordance/class_files.h"
#include "genome/reference/entry.h"
#include "sequence/assembly.h"
#include "validation/made_genome.h"

namespace kres::app {

namespace {

// Genes that can be broken on purpose: coding sequences, each sequence once.
Result<std::vector<validation::InsertableGene>> insertable_genes(const Path& database) {
  KRES_ASSIGN(const auto files, genome::read_class_files(database));
  std::vector<validation::InsertableGene> genes;
  for (const auto& file : files)
    for (const auto& entry : file.entries)
      if (genome::coding_of(entry.sequence) == genome::Coding::complete &&
          entry.sequence.find_first_not_of("ACGT") == std::string::npos)
        genes.push_back({entry.header, entry.sequence});
  if (genes.empty()) return bad_input("holds no coding sequences", database.string());
  return genes;
}

std::string as_fasta(const std::vector<sequence::ContigSequence>& contigs) {
  constexpr std::size_t kWidth = 80;
  std::string text;
  for (const auto& contig : contigs) {
    text += ">" + contig.name + "\n";
    for (std::size_t at = 0; at < contig.bases.size(); at += kWidth)
      text.append(contig.bases, at, kWidth).push_back('\n');
  }
  return text;
}

std::string short_name(const std::string& path) {
  const std::string file = Path(path).filename().string();
  return file.substr(0, file.find('.'));
}

Result<void> write_genome(const MakeGenomes& options, std::size_t number,
                          const std::vector<validation::InsertableGene>& genes) {
  const auto& source = options.real[number % options.real.size()];
  const auto name = fmt::format("{:03}_{}", number + 1, short_name(source));
  print_step(name);
  KRES_ASSIGN(auto assembly, sequence::read_assembly(source));
  if (number < options.real.size())
    return write_file_atomic(options.directory / (name + ".fna"), as_fasta(assembly.contigs));
  const auto made =
      validation::make_genome(std::move(assembly.contigs), genes, options.seed, number);
  KRES_TRY(write_file_atomic(options.directory / (name + ".truth.tsv"),
                             validation::truth_table(made, short_name(source))));
  return write_file_atomic(options.directory / (name + ".fna"), as_fasta(made.contigs));
}

}  // namespace

Result<void> make_genomes(const MakeGenomes& options) {
  if (options.real.empty()) return bad_input("no real genome was given to make others from");
  KRES_ASSIGN(const auto genes, insertable_genes(options.database));
  KRES_TRY(make_directories(options.directory));
  for (std::size_t number = 0; number < options.count; ++number)
    KRES_TRY(write_genome(options, number, genes));
  return {};
}

}  // namespace kres::app
