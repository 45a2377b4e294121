// The chance to miss a gene or a mutant copy, against reads drawn at random.
#include "genome/pileup/detection.h"

#include <cmath>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

// Share of runs in which some stretch of the gene is held by too few reads.
double simulated_miss(const GeneInReads& gene, int runs) {
  std::mt19937 random(17);
  const int length = static_cast<int>(gene.read_length), overlap = static_cast<int>(gene.overlap);
  const int places = static_cast<int>(gene.gene) + length;  // where a read can begin
  std::poisson_distribution<int> reads(gene.depth / gene.read_length * places);
  std::uniform_int_distribution<int> begin(-length, static_cast<int>(gene.gene) - 1);
  int missed = 0;
  for (int run = 0; run < runs; ++run) {
    std::vector<int> change(gene.gene + 2);  // of the number of reads, from a stretch on
    for (int i = reads(random); i > 0; --i) {
      const int start = begin(random);
      const int first = std::max(0, start), last = start + length - overlap;
      const int stretches = static_cast<int>(gene.gene) - overlap;  // the last one's number
      if (last < first || first > stretches) continue;
      ++change[static_cast<std::size_t>(first)];
      --change[static_cast<std::size_t>(std::min(last, stretches)) + 1];
    }
    int held = 0;
    bool low = false;
    for (std::size_t i = 0; i <= gene.gene - gene.overlap; ++i) {
      held += change[i];
      low |= held < static_cast<int>(gene.reads);
    }
    missed += low;
  }
  return static_cast<double>(missed) / runs;
}

TEST(ChanceToMissAGene, IsWhatRandomReadsShow) {
  for (const double depth : {5.0, 8.0, 10.0, 15.0, 20.0})
    for (const std::uint32_t reads : {1u, 2u, 3u}) {
      const GeneInReads gene{depth, 150, 882, 31, reads};
      const double expected = simulated_miss(gene, 20000), bound = chance_to_miss_gene(gene);
      EXPECT_GE(bound, expected - 3 * std::sqrt(expected * (1 - expected) / 20000) - 1e-4)
          << depth << "x, " << reads;
      const double most = expected < 0.1 ? expected * 1.2 + 0.003 : 1;
      EXPECT_LE(bound, most) << depth << "x, " << reads;
    }
}

TEST(ChanceToMissAGene, IsSmallFromTwentyTimesAndCertainWithoutReads) {
  EXPECT_LT(chance_to_miss_gene({20, 150, 882, 31, 2}), 0.001);
  EXPECT_EQ(chance_to_miss_gene({0, 150, 882, 31, 2}), 1);
  EXPECT_EQ(chance_to_miss_gene({40, 25, 882, 31, 2}), 1);
}

// The rule for 23S: at least 5 alternative reads on both strands, 10 %, lower bound above 5 %.
CopiesInReads ribosomal(std::uint32_t reads, std::uint32_t copies) {
  return {reads, copies, 1, 5, 0.1, 0.05};
}

TEST(ChanceToMissACopy, IsWhatRandomReadsShow) {
  std::mt19937 random(23);
  for (const std::uint32_t copies : {4u, 6u})
    for (const std::uint32_t reads : {60u, 120u, 180u, 240u}) {
      const auto rule = ribosomal(reads, copies);
      constexpr int kRuns = 20000;
      int missed = 0;
      for (int run = 0; run < kRuns; ++run) {
        std::uint32_t strand[2] = {0, 0};
        for (std::uint32_t i = 0; i < reads; ++i)
          if (random() % copies == 0) ++strand[random() % 2];
        missed += !is_called(rule, strand[0], strand[1]);
      }
      const double expected = static_cast<double>(missed) / kRuns;
      EXPECT_NEAR(chance_to_miss_copies(rule), expected,
                  4 * std::sqrt(expected * (1 - expected) / kRuns) + 1e-3)
          << copies << " copies, " << reads << " reads";
    }
}

TEST(ChanceToMissACopy, OneOfSixIsFoundAtFortyTimes) {
  EXPECT_LT(chance_to_miss_copies(ribosomal(6 * 40, 6)), 0.05);
  EXPECT_EQ(chance_to_miss_copies(ribosomal(0, 6)), 1);
}

TEST(Calling, NeedsBothStrandsAndTheShare) {
  EXPECT_TRUE(is_called(ribosomal(240, 6), 12, 12));
  EXPECT_FALSE(is_called(ribosomal(240, 6), 36, 4));
  EXPECT_FALSE(is_called(ribosomal(240, 6), 11, 12));  // 9.6 %
  EXPECT_FALSE(is_called(ribosomal(60, 6), 3, 4));
}

}  // namespace
}  // namespace kres::genome
