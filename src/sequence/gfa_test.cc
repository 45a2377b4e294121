// Assembly graphs as input: segments are contigs, a circle is a segment linked to itself only.
#include "sequence/gfa.h"

#include <gtest/gtest.h>

#include "sequence/assembly.h"
#include "sequence/compressed_for_test.h"

namespace kres::sequence {
namespace {

std::vector<ContigSequence> read(std::string_view text) {
  const auto assembly = parse_assembly(text, "x.gfa");
  EXPECT_TRUE(assembly) << assembly.error().text();
  return assembly ? assembly->contigs : std::vector<ContigSequence>(4);
}

void expect_refused(std::string_view text, std::string_view reason) {
  const auto assembly = parse_assembly(text, "x.gfa");
  ASSERT_FALSE(assembly) << "was accepted";
  EXPECT_NE(assembly.error().text().find(reason), std::string::npos) << assembly.error().text();
}

TEST(Gfa, SegmentsAreContigsInTheirOrder) {
  const auto contigs = read(
      "H\tVN:Z:1.0\n# a comment\nS\t2\tacgtn\tLN:i:5\tdp:f:1.3\n"
      "S\tutg1\tGGGCCC\nL\t2\t+\tutg1\t-\t0M\nP\tp1\t2+,utg1-\t*\n");
  ASSERT_EQ(contigs.size(), 2U);
  EXPECT_EQ(contigs[0].name, "2");
  EXPECT_EQ(contigs[0].bases, "ACGTN");
  EXPECT_EQ(contigs[0].description, "LN:i:5 dp:f:1.3");
  EXPECT_EQ(contigs[1].bases, "GGGCCC");
  EXPECT_FALSE(contigs[0].circular || contigs[1].circular);
}

TEST(Gfa, WindowsLinesCompressionAndAMissingHeaderAreRead) {
  const std::string text = "S\ta\tACGT\r\nL\ta\t+\ta\t+\t*\r\n";
  for (const auto& bytes : {text, testing::gzipped(text), testing::xz_compressed(text)}) {
    const auto contigs = read(bytes);
    EXPECT_EQ(contigs[0].bases, "ACGT");
    EXPECT_TRUE(contigs[0].circular);
  }
}

TEST(Gfa, ASegmentLinkedFromItsEndToItsStartIsCircularOnEitherStrand) {
  EXPECT_TRUE(read("S\ta\tACGT\nL\ta\t+\ta\t+\t0M\n")[0].circular);
  EXPECT_TRUE(read("S\ta\tACGT\nL\ta\t-\ta\t-\t0M\n")[0].circular);
  EXPECT_FALSE(read("S\ta\tACGT\nL\ta\t+\ta\t-\t0M\n")[0].circular) << "a hairpin";
}

TEST(Gfa, ASegmentThatIsAlsoLinkedElsewhereIsNotCircular) {
  EXPECT_FALSE(read("S\ta\tACGT\nS\tb\tGG\nL\ta\t+\ta\t+\t0M\nL\ta\t+\tb\t+\t0M\n")[0].circular);
}

TEST(Gfa, TheOverlapOfACircleIsTakenOffItsEnd) {
  const auto contigs = read("S\ta\tACGTTTACG\nL\ta\t+\ta\t+\t3M\n");
  EXPECT_EQ(contigs[0].bases, "ACGTTT");
  EXPECT_TRUE(contigs[0].circular);
}

TEST(Gfa, ACircleWhoseEndsDoNotOverlapAsSaidIsNotBelieved) {
  for (const char* overlap : {"3M", "9M", "99M", "2M1I", "-3M", "M"}) {
    const auto contigs = read("S\ta\tACGTTTACC\nL\ta\t+\ta\t+\t" + std::string(overlap) + "\n");
    EXPECT_FALSE(contigs[0].circular) << overlap;
    EXPECT_EQ(contigs[0].bases, "ACGTTTACC");
  }
}

TEST(Gfa, SegmentsWithoutSequenceAreRefusedWithTheirLine) {
  expect_refused("H\tVN:Z:1.0\nS\ta\t*\tLN:i:400\n", "x.gfa:2: segment 'a' has no sequence");
  expect_refused("S\ta\n", "x.gfa:1: segment 'a' has no sequence");
  expect_refused("S\ta\t\n", "x.gfa:1: segment 'a' has no sequence");
  expect_refused("H\tVN:Z:1.0\n", "the graph has no segments");
}

TEST(Gfa, DamageIsNamedWithItsLine) {
  expect_refused("S\ta\tACGT\tLN:i:5\n", "x.gfa:1: the sequence has 4 bases, its tag says LN:i:5");
  expect_refused("S\ta\tACGT\n\nS\ta\tACGT\n", "x.gfa:3: segment name 'a' was used in line 1");
  expect_refused("S\ta\tAC\nL\ta\t+\tb\t+\t0M\n", "x.gfa:2: link of segment 'b', which is not");
  expect_refused("H\tVN:Z:1.0\nS\ta\tACGTACGTACGTACGTACGTZ\n", "x.gfa:2: 'Z' in column 21");
  expect_refused("S\ta\tMKVLSPADKTNWEFILPQ\n", "x.gfa:1: looks like protein");
  expect_refused("S\ta\tACGT\nrubbish\n", "x.gfa:2: is not a GFA 1 record");
  expect_refused("S\ta\t>b\n", "x.gfa:1: '>' in column 1");
  expect_refused("S\t\tACGT\n", "x.gfa:1: segment without a name");
}

TEST(Gfa, TheSecondVersionOfTheFormatIsRefused) {
  expect_refused("H\tVN:Z:2.0\nS\ta\t4\tACGT\n", "x.gfa:1: GFA version 2.0 is not read");
}

}  // namespace
}  // namespace kres::sequence
