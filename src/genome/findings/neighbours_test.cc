// Distances and sides of what stands on one contig.
#include "genome/findings/neighbours.h"

#include <gtest/gtest.h>

namespace kres::genome {
namespace {

Determinant gene(std::string symbol, std::uint64_t start, std::uint64_t end, char strand = '+') {
  Determinant d{
      .symbol = std::move(symbol), .contig = "p", .start = start, .end = end, .strand = strand};
  d.context.contig_length = 10'000;
  return d;
}

TEST(Neighbours, DistanceCountsTheBasesBetween) {
  GenomeResult result;
  result.determinants = {gene("blaA", 100, 199), gene("blaB", 300, 399, '-')};
  add_neighbours(result, 1000);
  const auto& of_a = result.determinants[0].context.neighbours;
  ASSERT_EQ(of_a.size(), 1U);
  EXPECT_EQ(of_a[0].name, "blaB");
  EXPECT_EQ(of_a[0].distance, 100U);
  EXPECT_EQ(of_a[0].side, "downstream");
  EXPECT_EQ(result.determinants[1].context.neighbours.at(0).side, "downstream");
}

TEST(Neighbours, GenesFarAwayAreLeftOutRepliconsAreNot) {
  GenomeResult result;
  result.determinants = {gene("blaA", 100, 199), gene("blaB", 5000, 5099)};
  result.replicons = {{.name = "IncX", .contig = "p", .start = 9000, .end = 9300}};
  add_neighbours(result, 1000);
  const auto& of_a = result.determinants[0].context.neighbours;
  ASSERT_EQ(of_a.size(), 1U);
  EXPECT_EQ(of_a[0].kind, "replicon");
  EXPECT_EQ(of_a[0].distance, 8800U);
}

TEST(Neighbours, OnACircleTheShorterWayCounts) {
  GenomeResult result;
  result.determinants = {gene("blaA", 100, 199), gene("blaB", 9901, 10'000)};
  for (auto& d : result.determinants) d.context.contig_circular = true;
  add_neighbours(result, 1000);
  const auto& of_a = result.determinants[0].context.neighbours;
  ASSERT_EQ(of_a.size(), 1U);
  EXPECT_EQ(of_a[0].distance, 99U);
  EXPECT_EQ(of_a[0].side, "upstream");
}

TEST(Neighbours, NothingIsANeighbourOnAnotherContig) {
  GenomeResult result;
  result.determinants = {gene("blaA", 100, 199), gene("blaB", 300, 399)};
  result.determinants[1].contig = "q";
  add_neighbours(result, 1000);
  EXPECT_TRUE(result.determinants[0].context.neighbours.empty());
}

}  // namespace
}  // namespace kres::genome
