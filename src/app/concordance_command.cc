// kres concordance: what ResFinder 4.3 would report of genomes, by this program's own search.
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/progress.h"
#include "app/report_error.h"
#include "app/write_output.h"
#include "genome/concordance/peer_selection.h"
#include "sequence/assembly.h"

namespace kres::app {

namespace {

struct Options {
  std::vector<std::string> genomes;
  std::string database = "/usr/share/resfinder/db", output;
};

std::string row_of(const std::string& genome, const genome::ClassFile& file,
                   const genome::PeerHit& hit, const std::string& contig) {
  return fmt::format("{}\t{}\t{}\t{:.2f}\t{}/{}\t{:.2f}\t{}..{}\t{}\t{}..{}\n", genome, file.name,
                     file.entries[hit.entry].header, hit.identity(), hit.columns,
                     hit.subject_length, 100 * hit.coverage(), hit.subject_start, hit.subject_end,
                     contig, hit.query_start, hit.query_end);
}

Result<std::string> rows_of(const std::string& path, const std::vector<genome::ClassFile>& files,
                            const genome::PeerSearch& search) {
  const genome::PeerLimits limits;
  KRES_ASSIGN(const auto assembly, sequence::read_assembly(path));
  std::vector<std::vector<genome::PeerHit>> by_file(files.size());
  for (std::size_t i = 0; i < assembly.contigs.size(); ++i)
    for (const auto& hit : search.hits(assembly.contigs[i].bases, i, limits.least_identity))
      by_file[hit.file].push_back(hit);
  const std::string genome = Path(path).filename().string();
  std::string rows;
  for (std::size_t file = 0; file < files.size(); ++file) {
    const auto selection = genome::select_as_peer(by_file[file], limits);
    if (selection.peer_fails)
      rows += fmt::format("{}\t{}\t!\t\t\t\t\t\t\n", genome, files[file].name);
    for (const auto& hit : selection.hits)
      rows += row_of(genome, files[file], hit, assembly.contigs[hit.contig].name);
  }
  return rows;
}

Result<std::string> table_of(const Options& options) {
  KRES_ASSIGN(const auto files, genome::read_class_files(options.database));
  const genome::PeerSearch search(files);
  std::string table =
      "genome\tclass\theader\tidentity\tlength\tcoverage\treference\tcontig\tposition\n";
  for (const auto& genome : options.genomes) {
    print_step(genome);
    KRES_ASSIGN(const auto rows, rows_of(genome, files, search));
    table += rows;
  }
  return table;
}

int run_concordance(const Options& options) {
  const auto table = table_of(options);
  if (!table) return report_error(table.error(), false);
  const auto written = write_output(options.output, *table);
  return written ? 0 : report_error(written.error(), false);
}

}  // namespace

void add_concordance_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand(
      "concordance", "Print what ResFinder 4.3 (-l 0.6 -t 0.9) would report, found by own search");
  command->add_option("genomes", options->genomes, "Assemblies")->required();
  command->add_option("--database", options->database,
                      "ResFinder database, class files as published [/usr/share/resfinder/db]");
  command->add_option("--output", options->output, "File for the table");
  command->footer(
      "Example: kres concordance genome.fna.gz\n"
      "For validation only: no call here is a result. The header ! marks a class file on which\n"
      "ResFinder stops with an error.");
  command->callback([&run, options] { run = [options] { return run_concordance(*options); }; });
}

}  // namespace kres::app
