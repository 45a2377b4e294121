// A second species in an assembly, on small genomes that the test makes.
#include "genome/species/contamination.h"

#include <random>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/folder_for_test.h"
#include "genome/species/identify.h"

namespace kres::genome {
namespace {

using Contigs = std::vector<sequence::ContigSequence>;

constexpr Settings kSettings{.contamination_warn = 1,
                             .contamination_fail = 5,
                             .foreign_contig = 5000,
                             .foreign_hashes = 3,
                             .foreign_share = 50,
                             .foreign_sketches = 5};

std::string random_bases(unsigned seed, std::size_t length) {
  std::mt19937 random(seed);
  std::string bases(length, 'A');
  for (char& base : bases) base = "ACGT"[random() % 4];
  return bases;
}

class TwoSpecies : public testing::Test {
 protected:
  TwoSpecies() {
    std::vector<SpeciesSketch> sketches = {sketch("Genus own", own_)};
    // One of ten strains of the other species carries the plasmid.
    for (int strain = 0; strain < 10; ++strain)
      sketches.push_back(sketch("Other species", strain == 0 ? other_ + plasmid_ : other_));
    const auto file = SpeciesIndex::build(21, 42, sketches);
    EXPECT_TRUE(write_file_atomic(path_, file.value()));
  }
  static SpeciesSketch sketch(const std::string& species, const std::string& bases) {
    auto hashes = hashes_up_to({{"c", "", bases, false}}, 21, 42, UINT64_MAX / 100);
    return {species, "made", hashes};
  }
  Contamination judge(const Contigs& contigs) const {
    const auto index = SpeciesIndex::open(path_, true).value();
    EXPECT_EQ(index.species_name(0), "Genus own");
    return find_second_species(sample_hashes(contigs, index), contigs, index, 0, kSettings);
  }
  const std::string own_ = random_bases(1, 300000), other_ = random_bases(2, 300000),
                    plasmid_ = random_bases(3, 40000), unknown_ = random_bases(4, 40000);
  const FolderForTest folder_;
  const Path path_ = folder_ / "contamination_test.index";
};

TEST_F(TwoSpecies, AContigOfTheOtherSpeciesIsNamedWithItsShare) {
  const auto found =
      judge({{"own", "", own_, false}, {"alien", "", other_.substr(0, 9000), false}});
  ASSERT_EQ(found.foreign_contigs.size(), 1u);
  EXPECT_EQ(found.foreign_contigs[0].contig, "alien");
  EXPECT_EQ(found.foreign_contigs[0].species, "Other species");
  EXPECT_NEAR(found.foreign_contigs_percent, 100.0 * 9000 / 309000, 1e-9);
  EXPECT_EQ(found.verdict, Verdict::warn);
}

TEST_F(TwoSpecies, FivePerCentFail) {
  const auto found =
      judge({{"own", "", own_, false}, {"alien", "", other_.substr(0, 20000), false}});
  EXPECT_EQ(found.verdict, Verdict::fail);
  EXPECT_EQ(found.reasons.size(), 2u);  // by k-mers and by contigs
}

TEST_F(TwoSpecies, APlasmidThatFewStrainsOfTheOtherSpeciesCarryIsNoContamination) {
  const auto found = judge({{"own", "", own_, false}, {"plasmid", "", plasmid_, false}});
  EXPECT_TRUE(found.foreign_contigs.empty());
  EXPECT_EQ(found.verdict, Verdict::pass);
}

TEST_F(TwoSpecies, AnUnknownContigAndAShortOneAreNotJudged) {
  EXPECT_TRUE(
      judge({{"own", "", own_, false}, {"new", "", unknown_, false}}).foreign_contigs.empty());
  EXPECT_TRUE(judge({{"own", "", own_, false}, {"short", "", other_.substr(0, 4900), false}})
                  .foreign_contigs.empty());
}

TEST_F(TwoSpecies, AContigThatHoldsBothSpeciesIsNotForeign) {
  EXPECT_TRUE(judge({{"own", "", own_ + other_.substr(0, 9000), false}}).foreign_contigs.empty());
}

}  // namespace
}  // namespace kres::genome
