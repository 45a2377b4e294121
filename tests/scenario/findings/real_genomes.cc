#include "tests/scenario/findings/real_genomes.h"

#include <cstdlib>

#include "base/files.h"
#include "base/text.h"
#include "genome/result/json.h"
#include "sequence/nucleotides.h"
#include "tests/support/run_program.h"

namespace kres::testing {

namespace {

sequence::ContigSequence* contig_of(Contigs& contigs, const std::string& name) {
  for (auto& contig : contigs)
    if (contig.name == name) return &contig;
  return nullptr;
}

std::string fasta_of(const Contigs& contigs) {
  std::string text;
  for (const auto& contig : contigs)
    text +=
        ">" + contig.name + (contig.circular ? " circular=true" : "") + "\n" + contig.bases + "\n";
  return text;
}

}  // namespace

std::filesystem::path shared_folder(const char* variable, const std::string& inside) {
  const char* named = std::getenv(variable);
  const std::filesystem::path path =
      named != nullptr ? std::filesystem::path(named)
                       : std::filesystem::path(KRES_SOURCE_DIR) / ".." / "shared" / inside;
  return std::filesystem::exists(path) ? path : std::filesystem::path{};
}

Contigs case_genome(const std::string& name) {
  const auto folder = shared_folder("KRES_CASE_GENOMES", "cases/genomes");
  if (folder.empty()) return {};
  auto assembly = sequence::read_assembly(folder / name);
  return assembly ? std::move(assembly->contigs) : Contigs{};
}

std::vector<genome::GenomeResult> analyse_all(const std::vector<Edit>& genomes,
                                              const std::string& species,
                                              const std::filesystem::path& reference) {
  const auto directory = fresh_directory("findings_" + genomes.front().name);
  std::vector<std::string> command = {KRES_PROGRAM, "analyse", "--threads", "2"};
  if (!species.empty()) command.insert(command.end(), {"--species", species});
  if (!reference.empty()) command.insert(command.end(), {"--reference", reference.string()});
  for (const auto& genome : genomes) {
    command.push_back((directory / (genome.name + ".fna")).string());
    if (!write_file_atomic(command.back(), fasta_of(genome.contigs))) return {};
  }
  const auto run = run_program(command, directory);
  std::vector<genome::GenomeResult> results;
  for (const auto line : split(run.out, '\n')) {
    if (trim(line).empty()) continue;
    auto result = genome::result_from_json(line, "output");
    if (!result) return {};
    results.push_back(std::move(*result));
  }
  return results;
}

std::filesystem::path plasmidfinder_release() {
  const auto shared = shared_folder("KRES_SHARED_REFERENCE", "reference");
  const auto file = shared / "plasmidfinder/PF-Replicons_20260430.fasta";
  return std::filesystem::exists(file) ? file : std::filesystem::path{};
}

std::filesystem::path shared_set() {
  static const std::filesystem::path kSet = [] {
    const auto shared = shared_folder("KRES_SHARED_REFERENCE", "reference");
    const auto release = shared / "ncbi-amrfinderplus/2024-07-22.1";
    const auto directory = fresh_directory("findings_ncbi_set");
    if (!std::filesystem::exists(release)) return std::filesystem::path{};
    const auto run =
        run_program({KRES_PROGRAM, "reference", "build", "--reference",
                     (directory / "set").string(), "--ncbi", release.string(), "--plasmidfinder",
                     plasmidfinder_release().string(), "--rrna23s", (shared / "rrna23s").string()},
                    directory);
    return run.exit_code == 0 ? directory / "set" : std::filesystem::path{};
  }();
  return kSet;
}

std::vector<BlastHit> blastn(const std::filesystem::path& queries, const Contigs& contigs,
                             const std::vector<std::string>& options) {
  const auto directory = fresh_directory("findings_blastn");
  const auto subject = (directory / "subject.fna").string();
  if (!write_file_atomic(subject, fasta_of(contigs))) return {};
  std::vector<std::string> command = {
      "/usr/bin/blastn",
      "-task",
      "megablast",
      "-query",
      queries.string(),
      "-subject",
      subject,
      "-outfmt",
      "6 qseqid sseqid sstart send qstart qend qlen gaps pident qseq sseq"};
  command.insert(command.end(), options.begin(), options.end());
  std::vector<BlastHit> hits;
  const auto run = run_program(command, directory);
  for (const auto line : split(run.out, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() != 11) continue;
    const auto number = [&](std::size_t i) {
      return static_cast<std::size_t>(parse_int(cells[i]).value_or(0));
    };
    hits.push_back({std::string(cells[0]), std::string(cells[1]), number(2), number(3), number(4),
                    number(5), number(6), number(7), parse_double(cells[8]).value_or(0),
                    std::string(cells[9]), std::string(cells[10])});
  }
  return hits;
}

std::string bases_of(const Contigs& contigs, const std::string& contig, std::size_t start,
                     std::size_t end, char strand) {
  for (const auto& candidate : contigs) {
    if (candidate.name != contig) continue;
    const auto bases = candidate.bases.substr(start - 1, end - start + 1);
    return strand == '-' ? sequence::reverse_complement(bases) : bases;
  }
  return "";
}

void replace_bases(Contigs& contigs, const std::string& contig, std::size_t start, std::size_t end,
                   std::string bases, char strand) {
  auto* found = contig_of(contigs, contig);
  if (found == nullptr) return;
  if (strand == '-') bases = sequence::reverse_complement(bases);
  found->bases.replace(start - 1, end - start + 1, bases);
}

std::string unlike_anything(std::size_t count, std::uint32_t seed) {
  std::string bases;
  for (std::uint32_t x = seed; bases.size() < count; x = x * 1664525U + 1013904223U)
    bases.push_back(sequence::base_of_code(static_cast<std::uint8_t>(x >> 30)));
  return bases;
}

const genome::Target* target(const genome::GenomeResult& result, std::string_view gene) {
  for (const auto& candidate : result.targets)
    if (candidate.gene == gene) return &candidate;
  return nullptr;
}

std::string prediction(const genome::GenomeResult& result, std::string_view agent) {
  for (const auto& predicted : result.phenotype)
    if (predicted.agent == agent) return std::string(genome::name_of(predicted.prediction));
  return "";
}

}  // namespace kres::testing
