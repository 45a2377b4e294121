// Reads simulated from real genes: k of six 23S copies of E. faecium E745, and two SHV genes.
#include <algorithm>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "genome/pileup/depths.h"
#include "genome/pileup/detection.h"
#include "genome/pileup/locus_pile.h"
#include "genome/pileup/place_reads.h"
#include "genome/pileup/simulated_reads_for_test.h"
#include "sequence/assembly.h"
#include "sequence/nucleotides.h"

namespace kres::genome {
namespace {

// The bases on both sides of G2576 (E. coli numbering) in 23S rRNA of E. faecium.
const std::string kBefore = "TTGGGCTGTTCGCCCATTAAAGCGGCACGC";
const std::string kBehind = "AGCTGGGTTCAGAACGTCGTGAGACAGTTCGGTC";
constexpr std::size_t kAround = 800;  // bases of a copy on both sides of the base

std::optional<Path> e745() {
  std::vector<Path> places = {Path(KRES_SOURCE_DIR) / "../shared/cases/genomes",
                              Path(KRES_SOURCE_DIR) / "../../shared/cases/genomes"};
  if (const char* named = std::getenv("KRES_CASE_GENOMES")) places.emplace_back(named);
  for (const auto& place : places) {
    const auto file = place / "enterococcus_faecium_E745_vanA.fna.gz";
    if (std::filesystem::exists(file)) return file;
  }
  return std::nullopt;
}

// Every copy, read as the RNA; the base stands in the middle of each.
std::vector<std::string> ribosomal_copies(const sequence::Assembly& genome) {
  std::vector<std::string> copies;
  for (const auto& contig : genome.contigs)
    for (const auto& bases : {contig.bases, sequence::reverse_complement(contig.bases)})
      for (auto at = bases.find(kBefore + "G" + kBehind); at != std::string::npos;
           at = bases.find(kBefore + "G" + kBehind, at + 1))
        copies.push_back(bases.substr(at + kBefore.size() - kAround, 2 * kAround));
  return copies;
}

constexpr int kSeeds = 20;

class RibosomalCopies : public testing::Test {
 protected:
  void SetUp() override {
    const auto file = e745();
    if (!file || !has_art()) GTEST_SKIP() << "needs art_illumina and shared/cases/genomes";
    const auto genome = sequence::read_assembly(*file);
    ASSERT_TRUE(genome) << genome.error().text();
    copies_ = ribosomal_copies(*genome);
    ASSERT_EQ(copies_.size(), 6u);  // literature: six operons
  }

  // What reads of one seed say of `changed` copies: how many, 0 if no mutation is called.
  long called_copies(int changed, double depth, int seed) const {
    auto sequences = copies_;
    for (int i = 0; i < changed; ++i) sequences[static_cast<std::size_t>(i)][kAround] = 'T';
    const FolderForTest folder;
    const auto simulated = simulate_reads(sequences, depth, 100 * changed + seed, folder.path());
    // One contig for all copies, as assembly lays them on top of each other.
    const auto placed =
        place_reads(simulated.reads(), {{.name = "reads_1", .bases = copies_[0]}}, {});
    const auto& site = placed.counts[0][kAround];
    const auto mutant = site.bases[3];
    const CopiesInReads rule{site.reads(), 6, 1, 5, 0.1, 0.05};
    if (site.reads() < 60 || !is_called(rule, mutant.forward, mutant.reverse)) return 0;
    return std::lround(6.0 * mutant.sum() / site.reads());
  }

  std::vector<std::string> copies_;
};

TEST_F(RibosomalCopies, NoneIsCalledWhereNoneIsChanged) {
  for (int seed = 1; seed <= kSeeds; ++seed) EXPECT_EQ(called_copies(0, 60, seed), 0) << seed;
}

TEST_F(RibosomalCopies, OneOfSixIsFoundAtFortyTimes) {
  int found = 0;
  for (int seed = 1; seed <= kSeeds; ++seed) found += called_copies(1, 40, seed) > 0;
  EXPECT_GE(found, 19);
}

TEST_F(RibosomalCopies, TheirNumberIsRightAtSixtyTimes) {
  for (const int changed : {1, 3, 5}) {
    int right = 0;
    for (int seed = 1; seed <= kSeeds; ++seed) right += called_copies(changed, 60, seed) == changed;
    EXPECT_GE(right, 18) << changed << " of six";
  }
}

// A release's sequence by the start of its header.
std::string release_sequence(const Path& file, const std::string& name) {
  std::ifstream in(file);
  std::string bases;
  bool wanted = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(">"))
      wanted = line.starts_with(">" + name + "_");
    else if (wanted && bases.size() < 861)
      bases += line;
  }
  std::transform(bases.begin(), bases.end(), bases.begin(),
                 [](unsigned char base) { return static_cast<char>(std::toupper(base)); });
  return bases;
}

// 400 of them.
std::string random_bases(unsigned seed) {
  std::mt19937 random(seed);
  std::string bases(400, 'A');
  for (auto& base : bases) base = "ACGT"[random() % 4];
  return bases;
}

// MGH 78578 has blaSHV-11 on its chromosome and blaSHV-12 on plasmids (GenBank CP000647-CP000652).
TEST(RealGenes, Shv11AndThreeTimesShv12KeepTheirDepths) {
  const Path release = "/usr/share/resfinder/db/beta-lactam.fsa";
  if (!std::filesystem::exists(release) || !has_art())
    GTEST_SKIP() << "needs resfinder-db and art_illumina";
  const auto first = release_sequence(release, "blaSHV-11"),
             second = release_sequence(release, "blaSHV-12");
  ASSERT_EQ(first.size(), 861u);
  ASSERT_EQ(second.size(), 861u);
  ASSERT_NE(first, second);
  const std::vector<std::string> genes{random_bases(1) + first + random_bases(2),
                                       random_bases(3) + second + random_bases(4)};
  const FolderForTest folder;
  const auto simulated =
      simulate_reads({genes[0], genes[1], genes[1], genes[1]}, 60, 1, folder.path());
  PileupOptions options;
  options.stretches = {{0, 400, 1261}, {1, 400, 1261}};
  const auto placed =
      place_reads(simulated.reads(),
                  {{.name = "a", .bases = genes[0]}, {.name = "b", .bases = genes[1]}}, options);
  std::vector<double> depths[2];
  for (std::size_t contig : {0u, 1u})
    for (std::size_t at = 500; at < 1161; ++at)
      depths[contig].push_back(placed.counts[contig][at].depth);
  const double chromosomal = median(depths[0]), plasmid = median(depths[1]);
  EXPECT_NEAR(plasmid / (chromosomal + plasmid), 0.75, 0.08);
  EXPECT_GT(static_cast<double>(placed.placed), 0.99 * static_cast<double>(simulated.bases.size()));
}

}  // namespace
}  // namespace kres::genome
