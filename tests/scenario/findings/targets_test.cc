// What is read of a target gene that is changed over a stretch, or cut by contig ends.
#include <algorithm>

#include <gtest/gtest.h>

#include "sequence/nucleotides.h"
#include "tests/scenario/findings/real_genomes.h"

namespace kres::testing {
namespace {

using genome::GenomeResult;
using genome::Target;

constexpr const char* kNtuh = "/usr/share/doc/kleborate/examples/data/NTUH-K2044.fna.xz";
constexpr const char* kChromosome = "AP006725.1";
// The first 120 codons of gyrA, on the reverse strand; SetUp checks the motif around codon 83.
constexpr std::size_t kFirst = 3709252, kLast = 3709611;

bool has(const GenomeResult& result, std::string_view symbol) {
  return std::any_of(result.determinants.begin(), result.determinants.end(),
                     [&](const auto& d) { return d.symbol == symbol; });
}

class GyrA : public ::testing::Test {
 protected:
  void SetUp() override {
    auto assembly = sequence::read_assembly(kNtuh);
    if (!assembly) GTEST_SKIP() << "Kleborate's example genomes are absent";
    genome_ = std::move(assembly->contigs);
    gene_ = bases_of(genome_, kChromosome, kFirst, kLast, '-');
    ASSERT_EQ(sequence::translate(gene_).substr(76, 16), "YHPHGDSAVYDTIVRM");
  }

  // The gene with codons [first, last] turned round in place.
  std::string inverted(std::size_t first, std::size_t last) const {
    const std::size_t at = 3 * (first - 1), length = 3 * (last - first + 1);
    std::string gene = gene_;
    return gene.replace(at, length, sequence::reverse_complement(gene.substr(at, length)));
  }

  std::string with_s83i() const {
    std::string gene = gene_;
    return gene.replace(3 * 82, 3, "ATC");
  }

  Contigs with(const std::string& gene) const {
    auto contigs = genome_;
    replace_bases(contigs, kChromosome, kFirst, kLast, gene, '-');
    return contigs;
  }

  // Codons [first, last] of the gene alone on a contig; its other codons are lost.
  Contigs only(const std::string& gene, std::size_t first, std::size_t last) const {
    auto contigs = with("");
    contigs.push_back({"piece", "", gene.substr(3 * (first - 1), 3 * (last - first + 1)), false});
    return contigs;
  }

  // The genome with a contig end after a codon of the gene.
  Contigs cut(const std::string& gene, std::size_t codon) const {
    auto contigs = with(gene);
    const std::size_t at = kLast - 3 * codon;
    contigs.push_back({"second", "", contigs[0].bases.substr(at), false});
    contigs[0].bases.resize(at);
    contigs[0].circular = false;
    return contigs;
  }

  Contigs genome_;
  std::string gene_;
};

// Residues 31 to 60 of gyrA were listed as 27 changes, and ciprofloxacin came out as wild type.
TEST_F(GyrA, AStretchUnlikeTheReferenceIsNotReadAndNeverWildType) {
  std::vector<Edit> edits = {{"untouched", genome_}};
  for (const auto& [first, last] : {std::pair(30, 60), {70, 90}, {80, 95}, {83, 88}})
    edits.push_back({"inverted_" + std::to_string(first), with(inverted(first, last))});
  // The default set has the first 120 codons, NCBI's release the whole protein.
  std::vector<std::filesystem::path> sets = {{}};
  if (!shared_set().empty()) sets.push_back(shared_set());
  for (const auto& set : sets) {
    const auto results = analyse_all(edits, "Klebsiella pneumoniae", set);
    ASSERT_EQ(results.size(), edits.size());
    EXPECT_EQ(prediction(results[0], "ciprofloxacin"), "WT");
    for (std::size_t i = 1; i < results.size(); ++i) {
      EXPECT_NE(prediction(results[i], "ciprofloxacin"), "WT") << edits[i].name;
      EXPECT_FALSE(has(results[i], "gyrA D87G")) << edits[i].name;
    }
    EXPECT_EQ(target(results[3], "gyrA")->detail, "unlike_reference:80-95");
    EXPECT_EQ(target(results[3], "gyrA")->state, "not_assessable");
  }
}

TEST_F(GyrA, APieceAtContigEndsIsReadForWhatItHolds) {
  const auto mutant = with_s83i();
  const auto results = analyse_all({{"codons_70_to_100", only(mutant, 70, 100)},
                                    {"codons_60_to_118", only(mutant, 60, 118)},
                                    {"cut_after_60", cut(mutant, 60)},
                                    {"cut_after_100", cut(mutant, 100)},
                                    {"wild_type_70_to_100", only(gene_, 70, 100)},
                                    {"too_short", only(mutant, 75, 95)}},
                                   "Klebsiella pneumoniae");
  ASSERT_EQ(results.size(), 6U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_TRUE(has(results[i], "gyrA S83I")) << results[i].input[0].path;
    EXPECT_EQ(prediction(results[i], "ciprofloxacin"), "NWT");
    EXPECT_EQ(target(results[i], "gyrA")->state, "not_assessable") << "a piece is not the gene";
    EXPECT_EQ(target(results[i], "gyrA")->detail, "contig_end");
  }
  for (std::size_t i = 4; i < 6; ++i) {
    EXPECT_FALSE(has(results[i], "gyrA S83I")) << results[i].input[0].path;
    EXPECT_EQ(prediction(results[i], "ciprofloxacin"), "no_rule");
    EXPECT_EQ(target(results[i], "gyrA")->state, "not_assessable");
  }
}

// NCBI's release has the whole protein: 878 codons, of which the piece holds a twentieth.
TEST(GyrAOfSalmonella, APieceOfTheProteinIsReadForWhatItHolds) {
  const auto set = shared_set();
  if (set.empty()) GTEST_SKIP() << "the shared releases are absent";
  auto genome = case_genome("salmonella_enterica_FDAARGOS_878.fna.gz");
  ASSERT_FALSE(genome.empty());
  auto gene = bases_of(genome, "NZ_CP065718.1", 4201949, 4204582, '-');
  ASSERT_EQ(sequence::translate(gene).substr(76, 16), "YHPHGDSAVYDTIVRM");
  replace_bases(genome, "NZ_CP065718.1", 4201949, 4204582, "");
  auto wild = genome, mutant = genome;
  wild.push_back({"piece", "", gene.substr(3 * 69, 3 * 45), false});
  gene.replace(3 * 82, 3, "TTC");
  mutant.push_back({"piece", "", sequence::reverse_complement(gene.substr(3 * 69, 3 * 45)), false});
  const auto results = analyse_all(
      {{"salmonella_s83f", mutant}, {"salmonella_wild", wild}, {"salmonella_lost", genome}},
      "Salmonella enterica", set);
  ASSERT_EQ(results.size(), 3U);
  EXPECT_TRUE(has(results[0], "gyrA S83F"));
  EXPECT_EQ(prediction(results[0], "ciprofloxacin"), "NWT");
  EXPECT_EQ(target(results[0], "gyrA")->detail, "contig_end");
  EXPECT_EQ(target(results[1], "gyrA")->detail, "contig_end");
  EXPECT_EQ(prediction(results[1], "ciprofloxacin"), "no_rule");
  EXPECT_EQ(target(results[2], "gyrA")->detail, "not_found");
}

}  // namespace
}  // namespace kres::testing
