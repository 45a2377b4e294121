#include "tests/scenario/typing/genomes.h"

#include <algorithm>
#include <cstdlib>
#include <random>

#include <gtest/gtest.h>

#include "sequence/assembly.h"

namespace kres::testing {

namespace fs = std::filesystem;

namespace {

const fs::path kExamples = "/usr/share/doc/kleborate/examples/data";

std::vector<RealGenome> all_genomes() {
  const auto example = [](const char* file) { return kExamples / (std::string(file) + ".fna.xz"); };
  const auto shared = [](const char* file) {
    return shared_folder("cases/genomes") / (std::string(file) + ".fna.gz");
  };
  const std::string kp = "Klebsiella pneumoniae";
  return {
      {"HS11286", kp, example("Klebs_HS11286"), {"klebsiella"}},
      {"Kp1084", kp, example("Klebs_Kp1084"), {"klebsiella"}},
      {"MGH78578", kp, example("MGH78578"), {"klebsiella"}},
      {"NTUH-K2044", kp, example("NTUH-K2044"), {"klebsiella"}},
      {"GCF_008632635",
       "Acinetobacter baumannii",
       shared("acinetobacter_baumannii_GCF_008632635"),
       {"abaumannii_2", "abaumannii"}},
      {"E745", "Enterococcus faecium", shared("enterococcus_faecium_E745_vanA"), {"efaecium"}},
      {"EC590",
       "Escherichia coli",
       shared("escherichia_coli_EC590_mcr-1"),
       {"ecoli_achtman_4", "ecoli"}},
      {"PAO1", "Pseudomonas aeruginosa", shared("pseudomonas_aeruginosa_PAO1"), {"paeruginosa"}},
      {"FDAARGOS_878",
       "Salmonella enterica",
       shared("salmonella_enterica_FDAARGOS_878"),
       {"senterica_achtman_2"}},
      {"TCH1516",
       "Staphylococcus aureus",
       shared("staphylococcus_aureus_USA300_TCH1516"),
       {"saureus"}},
  };
}

}  // namespace

fs::path shared_folder(const std::string& name) {
  if (const char* directory = std::getenv("KRES_SHARED")) return fs::path(directory) / name;
  for (const auto* up : {"..", "../.."})
    if (const fs::path path = fs::path(KRES_SOURCE_DIR) / up / "shared" / name; fs::exists(path))
      return path;
  return fs::path(KRES_SOURCE_DIR) / "../shared" / name;
}

std::vector<RealGenome> real_genomes() {
  auto genomes = all_genomes();
  const bool all_here = std::all_of(genomes.begin(), genomes.end(), [](const RealGenome& genome) {
    return fs::exists(genome.file);
  });
  return all_here ? genomes : std::vector<RealGenome>{};
}

const RealGenome& genome_named(const std::string& name) {
  static const auto kGenomes = all_genomes();
  return *std::find_if(kGenomes.begin(), kGenomes.end(),
                       [&](const RealGenome& genome) { return genome.name == name; });
}

Contigs read_genome(const RealGenome& genome) {
  auto assembly = sequence::read_assembly(genome.file);
  EXPECT_TRUE(assembly) << assembly.error().text();
  return assembly ? std::move(assembly->contigs) : Contigs{};
}

Contigs mutated(Contigs contigs, double chance, unsigned seed) {
  std::mt19937 random(seed);
  const auto limit = static_cast<std::uint32_t>(chance * 4294967295.0);
  for (auto& contig : contigs)
    for (char& base : contig.bases)
      if (random() < limit) base = base == 'A' ? 'C' : base == 'C' ? 'G' : base == 'G' ? 'T' : 'A';
  return contigs;
}

Contigs fragmented(const Contigs& contigs, std::size_t length) {
  Contigs pieces;
  for (const auto& contig : contigs)
    for (std::size_t at = 0; at < contig.bases.size(); at += length)
      pieces.push_back({contig.name + "_" + std::to_string(at / length), "",
                        contig.bases.substr(at, length), false});
  return pieces;
}

Contigs mixture(const Contigs& host, const Contigs& guest, double percent, std::size_t piece) {
  std::size_t own = 0;
  for (const auto& contig : host) own += contig.bases.size();
  const auto wanted =
      static_cast<std::size_t>(static_cast<double>(own) * percent / (100 - percent));
  const auto longest = std::max_element(
      guest.begin(), guest.end(),
      [](const auto& a, const auto& b) { return a.bases.size() < b.bases.size(); });
  Contigs all = host;
  const auto count = std::max<std::size_t>(1, wanted / piece);
  const auto step = longest->bases.size() / count;
  for (std::size_t i = 0; i < count; ++i)
    all.push_back({"guest_" + std::to_string(i), "",
                   longest->bases.substr(i * step, std::min(piece, wanted)), false});
  return all;
}

std::string fasta(const Contigs& contigs) {
  std::string text;
  for (const auto& contig : contigs) text += ">" + contig.name + "\n" + contig.bases + "\n";
  return text;
}

}  // namespace kres::testing
