// Assembly figures, on contigs whose figures can be counted by hand.
#include "genome/quality/assembly_quality.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

sequence::Assembly assembly(std::initializer_list<std::string> contigs) {
  sequence::Assembly result;
  for (const auto& bases : contigs)
    result.contigs.push_back({std::to_string(result.contigs.size()), "", bases, false});
  return result;
}

TEST(AssemblyQuality, LengthN50AndGcAreCounted) {
  const auto quality = measure_assembly(
      assembly({std::string(600, 'G'), std::string(300, 'A'), std::string(100, 'N')}),
      QualityLimits{});
  EXPECT_EQ(quality.length, 1000u);
  EXPECT_EQ(quality.contigs, 3u);
  EXPECT_EQ(quality.contigs_500, 1u);
  EXPECT_EQ(quality.n50, 600u);
  EXPECT_EQ(quality.longest, 600u);
  EXPECT_NEAR(quality.gc, 100.0 * 600 / 900, 1e-9);
  EXPECT_NEAR(quality.n_percent, 10, 1e-9);
}

TEST(AssemblyQuality, N50IsTheContigThatPassesHalf) {
  EXPECT_EQ(measure_assembly(
                assembly({std::string(50, 'A'), std::string(30, 'A'), std::string(20, 'A')}), {})
                .n50,
            50u);
  EXPECT_EQ(measure_assembly(
                assembly({std::string(40, 'A'), std::string(35, 'A'), std::string(25, 'A')}), {})
                .n50,
            35u);
}

Quality good() {
  Quality quality;
  quality.length = 5500000;
  quality.n50 = 200000;
  quality.contigs_500 = 60;
  quality.gc = 57.2;
  return quality;
}

const ExpectedGenome kPneumoniae{4.9, 6.5, 56.0, 58.5};

TEST(AssemblyQuality, AGoodAssemblyPasses) {
  auto quality = good();
  judge_assembly(quality, kPneumoniae, {});
  EXPECT_EQ(quality.verdict, Verdict::pass);
  EXPECT_TRUE(quality.reasons.empty());
}

TEST(AssemblyQuality, AFragmentedAssemblyFailsWithBothReasons) {
  auto quality = good();
  quality.n50 = 900;
  quality.contigs_500 = 8000;
  judge_assembly(quality, kPneumoniae, {});
  EXPECT_EQ(quality.verdict, Verdict::fail);
  EXPECT_EQ(quality.reasons.size(), 2u);
}

TEST(AssemblyQuality, ALengthALittleOutsideWarnsAndFarOutsideFails) {
  auto quality = good();
  quality.length = 6700000;
  judge_assembly(quality, kPneumoniae, {});
  EXPECT_EQ(quality.verdict, Verdict::warn);
  quality = good();
  quality.length = 9000000;
  judge_assembly(quality, kPneumoniae, {});
  EXPECT_EQ(quality.verdict, Verdict::fail);
}

TEST(AssemblyQuality, AFragmentOfAGenomeOfUnknownSpeciesFails) {
  auto quality = good();
  quality.length = 200000;
  judge_assembly(quality, {}, {});
  EXPECT_EQ(quality.verdict, Verdict::fail);
}

TEST(AssemblyQuality, AnUnknownSpeciesWarns) {
  auto quality = good();
  judge_assembly(quality, {}, {});
  EXPECT_EQ(quality.verdict, Verdict::warn);
  EXPECT_EQ(quality.reasons.front(), "species_not_in_table");
}

}  // namespace
}  // namespace kres::genome
