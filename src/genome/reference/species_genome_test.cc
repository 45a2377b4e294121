// Genomes that stand for a species: what is taken, what is refused and why.
#include "genome/reference/species_genome.h"

#include <random>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

sequence::Assembly genome(unsigned seed, std::size_t length, double changed = 0) {
  std::mt19937 random(seed);
  std::string bases(length, 'A');
  for (char& base : bases) base = "ACGT"[random() % 4];
  std::mt19937 other(seed + 100);
  std::uniform_real_distribution<double> uniform;
  for (char& base : bases)
    if (uniform(other) < changed) base = base == 'A' ? 'C' : base == 'C' ? 'G' : 'A';
  return {.path = "genomes/one.fna.gz", .sha256 = "", .contigs = {{"c1", "", bases, false}}};
}

constexpr std::size_t kLength = 1'600'000;

SpeciesSketch sketch(const std::string& species, unsigned seed, double changed = 0) {
  return sketch_genome(species, genome(seed, kLength, changed), {});
}

TEST(SketchGenome, TakesTheSmallestHashesOfTheGenome) {
  const auto made = sketch("Genus one", 1);
  EXPECT_EQ(made.reference, "one");
  EXPECT_EQ(made.hashes.size(), 1000u);
  EXPECT_TRUE(std::is_sorted(made.hashes.begin(), made.hashes.end()));
  // 1,000 of 1.6 million hashes: the largest lies near 1/1600 of all numbers.
  EXPECT_NEAR(static_cast<double>(made.hashes.back()) / 18446744073709551616.0, 1.0 / 1600, 1e-4);
}

TEST(SketchDoubt, AFurtherStrainOfASpeciesIsWelcome) {
  EXPECT_EQ(doubt_sketch(sketch("Genus one", 1, 0.01), kLength, {sketch("Genus one", 1)}).text, "");
  EXPECT_EQ(doubt_sketch(sketch("Genus two", 2), kLength, {sketch("Genus one", 1)}).text, "");
}

TEST(SketchDoubt, AGenomeThatIsThereAlreadyOrTooShortIsRefused) {
  const auto same = doubt_sketch(sketch("Genus one", 1), kLength, {sketch("Genus one", 1)});
  EXPECT_TRUE(same.refused);
  EXPECT_NE(same.text.find("already"), std::string::npos);
  EXPECT_TRUE(doubt_sketch(sketch("Genus one", 1), 900'000, {}).refused);
}

TEST(SketchDoubt, AGenomeWhoseBestMatchIsAnotherSpeciesNeedsAReason) {
  const auto doubt = doubt_sketch(sketch("Genus two", 1, 0.01), kLength, {sketch("Genus one", 1)});
  EXPECT_FALSE(doubt.refused);
  EXPECT_NE(doubt.text.find("Genus one"), std::string::npos);
  // Parts of a genus without a name are no other species.
  EXPECT_EQ(doubt_sketch(sketch("Genus two", 1, 0.01), kLength, {sketch("Genus sp.", 1)}).text, "");
}

TEST(SketchDoubt, AGenomeFarFromItsOwnSpeciesNeedsAReason) {
  const auto doubt = doubt_sketch(sketch("Genus one", 1, 0.1), kLength, {sketch("Genus one", 1)});
  EXPECT_FALSE(doubt.refused);
  EXPECT_NE(doubt.text.find("only ANI"), std::string::npos);
}

TEST(SpeciesGenomes, AreReadWithPathsBesideTheTable) {
  const auto genomes = parse_species_genomes(
      "species\tfile\tnote\nGenus one\ta.fna\t\nGenus two\t/b.fna\ttype strain\n",
      "/x/genomes.tsv");
  ASSERT_TRUE(genomes) << genomes.error().text();
  EXPECT_EQ(genomes->at(0).file, "/x/a.fna");
  EXPECT_EQ(genomes->at(1).file, "/b.fna");
  EXPECT_EQ(genomes->at(1).note, "type strain");
  EXPECT_FALSE(parse_species_genomes("species\tfile\n", "/x/genomes.tsv"));
}

}  // namespace
}  // namespace kres::genome
