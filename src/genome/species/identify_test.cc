// Species by containment, on small genomes whose relation is known because the test made them.
#include "genome/species/identify.h"

#include <random>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/folder_for_test.h"

namespace kres::genome {
namespace {

std::string random_genome(unsigned seed, std::size_t length) {
  std::mt19937 random(seed);
  std::string bases(length, 'A');
  for (char& base : bases) base = "ACGT"[random() % 4];
  return bases;
}

// Each base changes to another one with the given chance.
std::string mutate(std::string bases, double chance, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> uniform;
  for (char& base : bases)
    if (uniform(random) < chance)
      base = base == 'A' ? 'C' : base == 'C' ? 'G' : base == 'G' ? 'T' : 'A';
  return bases;
}

std::vector<sequence::ContigSequence> contigs(std::string bases) {
  return {{"c1", "", std::move(bases), false}};
}

class SpeciesByContainment : public testing::Test {
 protected:
  static constexpr int kSize = 21;
  const std::string pneumoniae_ = random_genome(1, 200000);
  const std::string variicola_ = mutate(pneumoniae_, 0.06, 2);
  const std::string coli_ = random_genome(3, 200000);

  SpeciesSketch sketch(const std::string& species, const std::string& bases) {
    auto hashes = hashes_up_to(contigs(bases), kSize, 42, UINT64_MAX);
    hashes.resize(1000);
    return {species, "made", hashes};
  }
  SpeciesFinding identify(const std::string& bases) {
    const auto index = SpeciesIndex::build(
        kSize, 42,
        {sketch("Klebsiella pneumoniae", pneumoniae_), sketch("Klebsiella variicola", variicola_),
         sketch("Escherichia coli", coli_)});
    const FolderForTest folder;
    const Path path = folder / "species_test.index";
    EXPECT_TRUE(write_file_atomic(path, index.value()));
    const auto table = SpeciesTable::parse(
        "name\tcomplex\tlength_min\tlength_max\tgc_min\tgc_max\tgroup\n"
        "Klebsiella *\tKlebsiella pneumoniae complex\t0\t1\t0\t100\tEnterobacterales\n",
        "species.tsv");
    Settings settings{.species_ani = 95,
                      .species_gap = 1,
                      .species_gap_low = 0.3,
                      .genus_ani = 85,
                      .contamination_warn = 1,
                      .contamination_fail = 5,
                      .foreign_contig = 5000,
                      .foreign_hashes = 3,
                      .foreign_share = 50,
                      .foreign_sketches = 5};
    return identify_species(contigs(bases), SpeciesIndex::open(path, true).value(), table.value(),
                            settings, "");
  }
};

TEST_F(SpeciesByContainment, AStrainWithOnePerCentChangesIsNamedWithItsAni) {
  const auto finding = identify(mutate(pneumoniae_, 0.01, 7));
  EXPECT_EQ(finding.species.name, "Klebsiella pneumoniae");
  EXPECT_EQ(finding.species.confidence, "high");
  EXPECT_NEAR(finding.species.ani, 99.0, 0.2);
  ASSERT_TRUE(finding.species.second);
  EXPECT_EQ(finding.species.second->name, "Klebsiella variicola");
  EXPECT_NEAR(finding.species.second->ani, 93.1, 0.6);
  EXPECT_EQ(finding.contamination.verdict, Verdict::pass);
}

TEST_F(SpeciesByContainment, AGenomeFarFromAllReferencesHasNoSpecies) {
  EXPECT_EQ(identify(random_genome(9, 200000)).species.rank, "unknown");
}

// One of the sketches of K. pneumoniae shares 13 of 1,000 hashes with Staphylococcus aureus, whose
// genome once was called Klebsiella.
TEST_F(SpeciesByContainment, AFewSharedHashesMakeNoGenus) {
  const std::string foreign = random_genome(9, 200000);
  const auto shares = [&](std::size_t bases) {
    return identify(foreign + pneumoniae_.substr(0, bases)).species;
  };
  EXPECT_EQ(shares(3000).rank, "unknown");  // 1.5 % of k-mers: ANI 82
  EXPECT_EQ(shares(3000).name, "");
  EXPECT_EQ(shares(20000).rank, "genus");  // 10 %: ANI 90
  EXPECT_EQ(shares(20000).name, "Klebsiella");
}

TEST_F(SpeciesByContainment, TenPerCentOfAnotherSpeciesIsContamination) {
  const auto finding = identify(pneumoniae_ + coli_.substr(0, 22000));
  EXPECT_EQ(finding.species.name, "Klebsiella pneumoniae");
  EXPECT_EQ(finding.contamination.verdict, Verdict::fail);
  EXPECT_EQ(finding.contamination.second_species, "Escherichia coli");
  EXPECT_NEAR(finding.contamination.second_species_percent, 9.9, 3.0);
}

}  // namespace
}  // namespace kres::genome
