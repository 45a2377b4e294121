// Depths, copy numbers and second strains from counts that are known.
#include "genome/pileup/depths.h"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "genome/pileup/second_strain.h"

namespace kres::genome {
namespace {

// Median depth of a locus in reads of 150 bases that begin at random.
MeasuredDepth random_depth(std::mt19937& random, double depth, std::uint32_t bases) {
  constexpr std::uint32_t kRead = 150;
  std::vector<double> depths(bases, 0);
  std::poisson_distribution<int> reads(depth / kRead * (bases + kRead));
  for (int i = reads(random); i > 0; --i) {
    const auto start = random() % (bases + kRead);  // of the read's end
    for (auto at = start < kRead ? 0 : start - kRead; at < std::min<unsigned long>(start, bases);
         ++at)
      ++depths[at];
  }
  return {median(std::move(depths)), bases};
}

TEST(CopyNumber, ItsIntervalHoldsTheTruth) {
  std::mt19937 random(5);
  for (const double depth : {20.0, 60.0}) {
    int held = 0;
    constexpr int kRuns = 400;
    for (int run = 0; run < kRuns; ++run) {
      std::vector<MeasuredDepth> loci;
      for (int i = 0; i < 7; ++i) loci.push_back(random_depth(random, depth, 500));
      const auto copies =
          copy_number(random_depth(random, 2 * depth, 882), single_copy_depth(loci, 150));
      held += copies.low <= 2 && 2 <= copies.high;
    }
    EXPECT_GE(held, 0.93 * kRuns) << depth;
  }
}

TEST(CopyNumber, ALocusThatIsThereSixTimesDoesNotWidenIt) {
  const auto single = single_copy_depth(
      {{57, 556}, {352, 500}, {55, 530}, {56, 492}, {59, 395}, {58, 583}, {59, 437}}, 150);
  EXPECT_NEAR(single.depth, 58, 1);
  EXPECT_LT(single.spread, 0.05);
  const auto copies = copy_number({62, 1000}, single);
  EXPECT_GT(copies.low, 0.8);
  EXPECT_LT(copies.high, 1.4);
}

TEST(SingleCopyLoci, OfAnotherGenomeInTheSampleDoNotCount) {
  const std::vector<MeasuredDepth> loci = {{77, 550}, {69, 460}, {83, 430}, {19, 450},
                                           {23, 460}, {16, 470}, {22, 400}, {18, 410}};
  const std::vector<char> typed = {1, 1, 1, 0, 0, 0, 0, 0};
  EXPECT_EQ(loci_of_one_genome(loci, typed), typed);
  // Without types the larger group stands for the genome.
  EXPECT_EQ(loci_of_one_genome(loci, std::vector<char>(8, 0)),
            (std::vector<char>{0, 0, 0, 1, 1, 1, 1, 1}));
  EXPECT_TRUE(loci_of_one_genome({}, {}).empty());
}

TEST(CopyNumber, OfUnequalLociIsWide) {
  const auto single =
      single_copy_depth({{30, 500}, {45, 500}, {60, 500}, {80, 500}, {110, 500}}, 150);
  EXPECT_GT(single.spread, 0.3);
  EXPECT_EQ(single_copy_depth({{30, 500}, {45, 500}}, 150).spread, kUnknownSpread);
  EXPECT_EQ(single_copy_depth({}, 150).depth, 0);
}

ReadSettings thresholds() {
  ReadSettings settings{};
  settings.second_allele_fraction = 0.05;
  settings.second_allele_reads = 3;
  settings.second_allele_strand_reads = 1;
  settings.second_alleles_warn = 3;
  settings.second_alleles_fail = 10;
  settings.minor_copies = 0.5;
  settings.minor_gene_copies = 4;
  return settings;
}

// A locus of 100 bases at 100x with 5 + 5 other reads at one of them.
std::vector<SiteCount> pile_with(std::uint32_t forward, std::uint32_t reverse) {
  SiteCount plain;
  plain.bases[0] = {50, 50};
  plain.depth = 100;
  std::vector<SiteCount> pile(100, plain);
  pile[40].bases[0] = {50 - forward, 50 - reverse};
  pile[40].bases[2] = {forward, reverse};
  return pile;
}

TEST(SecondAllele, NeedsShareReadsAndBothStrands) {
  auto settings = thresholds();
  EXPECT_EQ(second_allele(pile_with(3, 3), settings).forward, 3u);
  EXPECT_DOUBLE_EQ(second_allele(pile_with(3, 3), settings).fraction, 0.06);
  EXPECT_EQ(second_allele(pile_with(4, 1), settings).reads, 100u);
  EXPECT_EQ(second_allele(pile_with(0, 10), settings).reads, 0u);
  EXPECT_EQ(second_allele(pile_with(0, 0), settings).reads, 0u);
  settings.second_allele_fraction = 0.07;
  EXPECT_EQ(second_allele(pile_with(3, 3), settings).reads, 0u);
  settings.second_allele_fraction = 0.01;
  EXPECT_EQ(second_allele(pile_with(1, 1), settings).reads, 0u);
}

Contamination of_loci(std::size_t with_second, std::size_t all) {
  Contamination contamination;
  std::vector<LocusPlaces> loci(all);
  std::vector<std::vector<SiteCount>> piles;
  for (std::size_t i = 0; i < all; ++i)
    piles.push_back(i < with_second ? pile_with(5, 5) : pile_with(0, 0));
  add_second_alleles(contamination, loci, piles, thresholds());
  return contamination;
}

TEST(SecondStrain, ThreeLociWarnAndTenFail) {
  EXPECT_EQ(of_loci(2, 20).verdict, Verdict::pass);
  EXPECT_EQ(of_loci(3, 20).verdict, Verdict::warn);
  EXPECT_EQ(of_loci(10, 20).verdict, Verdict::fail);
  EXPECT_NEAR(*of_loci(3, 20).minor_fraction, 0.1, 1e-9);
  EXPECT_EQ(*of_loci(0, 20).loci_assessed, 20u);
  EXPECT_FALSE(of_loci(0, 20).minor_fraction);
}

Determinant gene_of_copies(double low, double high) {
  Determinant gene{.symbol = "blaKPC-2", .kind = DeterminantKind::gene};
  gene.copies_low = low;
  gene.copies_high = high;
  return gene;
}

TEST(SecondStrain, ItsGenesAreMarkedAndTheFirstStrainsAreNot) {
  std::vector<Determinant> genes{gene_of_copies(0.08, 0.12), gene_of_copies(0.8, 1.1),
                                 gene_of_copies(0.35, 0.6)};
  mark_minor(genes, of_loci(0, 20), {.depth = 80}, thresholds());
  EXPECT_TRUE(genes[0].minor);
  EXPECT_FALSE(genes[1].minor);
  EXPECT_FALSE(genes[2].minor);  // no second strain is known: a plasmid that some cells lost
  mark_minor(genes, of_loci(5, 20), {.depth = 80}, thresholds());
  EXPECT_TRUE(genes[2].minor);  // four copies of a tenth
  EXPECT_FALSE(genes[1].minor);
}

SecondGenome fifth_of_another_species() {
  return {.sites = 5000,
          .second_sites = 3000,
          .depth = 80,
          .own_depth = 80,
          .own_spread = 0.02,
          .second_depth = 20,
          .fraction = 0.2,
          .fraction_low = 0.18,
          .fraction_high = 0.22};
}

// A gene of 1,000 bases at a depth, with the copies and the interval that the loci give it.
Determinant gene_of_depth(double depth, const SingleCopyDepth& single) {
  const auto found = copy_number({depth, 1000}, single);
  auto gene = gene_of_copies(found.low, found.high);
  gene.copies = found.copies;
  return gene;
}

// 20 % of another species: its genes in three copies have 0.75 of the isolate's own depth (80x).
TEST(SecondStrain, ThreeCopiesInAnotherGenomeAreMarkedAndOneOfTheIsolatesOwnIsNot) {
  Contamination contamination;
  contamination.second_genome = fifth_of_another_species();
  contamination.minor_fraction_high = 0.22;
  auto settings = thresholds();
  settings.second_genome_warn = 30;
  // Counted by loci of the isolate alone (80x), by loci that both genomes hold (100x), and by both
  // kinds, whose depths lie apart.
  for (const auto& [depth, spread] : {std::pair(80.0, 0.0), {100.0, 0.0}, {90.0, 0.16}}) {
    const SingleCopyDepth single{
        .depth = depth, .spread = spread, .reads = 50'000, .read_length = 150};
    std::vector<Determinant> genes{gene_of_depth(60, single), gene_of_depth(80, single),
                                   gene_of_depth(70, single)};
    mark_minor(genes, contamination, single, settings);
    EXPECT_TRUE(genes[0].minor) << depth;
    EXPECT_FALSE(genes[1].minor) << depth;
    EXPECT_FALSE(genes[2].minor) << depth << ": an eighth less is within chance";
  }
}

TEST(SecondStrain, WhereDepthIsUnevenAGeneMustBeFurtherBelowToBeMarked) {
  Contamination contamination;
  contamination.second_genome = fifth_of_another_species();
  contamination.second_genome->own_spread = 0.2;
  contamination.minor_fraction_high = 0.22;
  auto settings = thresholds();
  settings.second_genome_warn = 30;
  const SingleCopyDepth single{.depth = 80, .spread = 0.2, .reads = 50'000, .read_length = 150};
  std::vector<Determinant> genes{gene_of_depth(60, single), gene_of_depth(40, single)};
  mark_minor(genes, contamination, single, settings);
  EXPECT_FALSE(genes[0].minor);
  EXPECT_TRUE(genes[1].minor);
}

TEST(SecondStrain, OneOfSixRibosomalCopiesIsNotAnotherStrain) {
  Determinant mutation{.symbol = "23S G2576T", .kind = DeterminantKind::mutation, .copies = 1};
  mutation.fraction_low = 0.12;
  mutation.fraction_high = 0.2;
  std::vector<Determinant> determinants{mutation};
  mark_minor(determinants, of_loci(0, 20), {.depth = 80}, thresholds());
  EXPECT_FALSE(determinants[0].minor);
}

}  // namespace
}  // namespace kres::genome
