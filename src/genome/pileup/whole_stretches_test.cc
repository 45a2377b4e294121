// Unknown bases cut reads into stretches; what is too short to hold a word tells of no gene.
#include "genome/pileup/whole_stretches.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "genome/pileup/detection.h"

namespace kres::genome {
namespace {

// A read of 150 bases with an N at every `apart`th of them.
std::string read_with_gaps(std::size_t apart) {
  std::string bases(150, 'A');
  for (auto at = apart; at < bases.size(); at += apart) bases[at] = 'N';
  return bases;
}

WholeStretches of(const std::vector<std::string>& texts) {
  std::vector<Read> reads;
  for (const auto& text : texts) reads.push_back({text, {}});
  return whole_stretches(reads, 31);
}

TEST(WholeStretches, AreWholeReadsWithoutUnknownBases) {
  const auto found = of({std::string(150, 'A'), std::string(100, 'C')});
  EXPECT_EQ(found.length, 125);
  EXPECT_EQ(found.share, 1);
}

TEST(WholeStretches, EndAtUnknownBasesAndLeaveShortOnesOut) {
  const auto found = of({std::string(100, 'A') + "N" + std::string(20, 'C') + "NN"});
  EXPECT_EQ(found.length, 100);
  EXPECT_DOUBLE_EQ(found.share, 100.0 / 120);
}

TEST(WholeStretches, OfReadsWithAnUnknownBaseInEvery25HoldNoWordSoThatAnyGeneIsMissed) {
  const auto found = of(std::vector<std::string>(100, read_with_gaps(25)));
  EXPECT_EQ(found.length, 0);
  EXPECT_EQ(chance_to_miss_gene({100 * found.share, found.length, 882, 31, 2}), 1);
}

TEST(WholeStretches, ThatAreShortMakeAGeneEasierToMiss) {
  const auto cut = of({read_with_gaps(40)}), whole = of({read_with_gaps(150)});
  EXPECT_EQ(whole.length, 150);
  EXPECT_GT(chance_to_miss_gene({20 * cut.share, cut.length, 882, 31, 2}),
            10 * chance_to_miss_gene({20 * whole.share, whole.length, 882, 31, 2}));
}

}  // namespace
}  // namespace kres::genome
